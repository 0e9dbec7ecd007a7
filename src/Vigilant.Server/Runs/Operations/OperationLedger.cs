using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Operations;
using Vigilant.Server.Access;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Operations;

/// <summary>
/// What the pass takes and writes down of operations. Everything is written by the holder of the fence alone: each method says
/// whether it still is.
/// </summary>
sealed class OperationLedger(NpgsqlDataSource database)
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    static readonly string Claim = Sql.Of<OperationLedger>("operation_claim.sql");
    static readonly string Begin = Sql.Of<OperationLedger>("chunk_begin.sql");
    static readonly string Page = Sql.Of<OperationLedger>("operation_page.sql");
    static readonly string PageDone = Sql.Of<OperationLedger>("operation_page_done.sql");
    static readonly string Advance = Sql.Of<OperationLedger>("operation_advance.sql");
    static readonly string Release = Sql.Of<OperationLedger>("operation_release.sql");
    static readonly string End = Sql.Of<OperationLedger>("operation_end.sql");
    static readonly string Purge = Sql.Of<OperationLedger>("operations_purge.sql");

    /// <summary>Null: nothing is to be done.</summary>
    public async Task<ClaimedOperation?> ClaimAsync(DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Claim);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("lease", Lease);
        var claimed = await command.ReadAllAsync(ClaimedOperation.Read, stopping);
        return claimed.Count == 0 ? null : claimed[0];
    }

    /// <summary>Keeps everybody else away from the operation and from the jobs of the chunk until the transaction ends.</summary>
    public async Task<bool> BeginAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        await using var command = Command(Begin, chunk.Operation, connection);
        command.Parameters.AddWithValue("jobs", chunk.Jobs);
        return await command.ExecuteScalarAsync(stopping) is not null;
    }

    public async Task<bool> OpenPageAsync(ClaimedOperation operation, Guid until, long matched, CancellationToken stopping)
    {
        await using var command = Command(Page, operation, null);
        command.Parameters.AddWithValue("until", until);
        command.Parameters.AddWithValue("matched", matched);
        command.Parameters.AddWithValue("all_found", operation.AllFound);
        AddProgress(command, operation);
        return await command.ExecuteNonQueryAsync(stopping) > 0;
    }

    public async Task<bool> ClosePageAsync(ClaimedOperation operation, CancellationToken stopping)
    {
        await using var command = Command(PageDone, operation, null);
        command.Parameters.AddWithValue("nobody", Guid.Empty);
        command.Parameters.AddWithValue("lease", Lease);
        return await command.ExecuteNonQueryAsync(stopping) > 0;
    }

    /// <summary>In the transaction of a chunk: how far it has come with it.</summary>
    public async Task AdvanceAsync(NpgsqlConnection connection, ClaimedOperation operation, CancellationToken stopping)
    {
        await using var command = Command(Advance, operation, connection);
        command.Parameters.AddWithValue("done_job", operation.At.Job);
        command.Parameters.AddWithValue("done_run", operation.At.Run);
        command.Parameters.AddWithValue("changed", operation.Changed);
        AddProgress(command, operation);
        await command.ExecuteNonQueryAsync(stopping);
    }

    /// <summary>Leaves it to whoever comes next.</summary>
    /// <param name="waits">For something that somebody else holds: that is no failed try.</param>
    public async Task ReleaseAsync(ClaimedOperation operation, DateTimeOffset dueAt, bool waits, CancellationToken stopping)
    {
        await using var command = Command(Release, operation, null);
        command.Parameters.AddWithValue("due_at", dueAt);
        command.Parameters.AddWithValue("waits", waits);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task EndAsync(
        ClaimedOperation operation, OperationState state, string? error, DateTimeOffset now, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var command = Command(End, operation, connection);
        command.Parameters.AddWithValue("state", (short)state);
        command.Parameters.AddNullable("error", NpgsqlDbType.Text, error);
        command.Parameters.AddWithValue("now", now);
        if (await command.ExecuteScalarAsync(stopping) is long changed)
        {
            await AuditLog.CompleteAsync(connection, operation.Id, changed, stopping);
        }

        await transaction.CommitAsync(stopping);
    }

    /// <summary>Forgets operations that ended before this; the audit stays.</summary>
    public async Task PurgeAsync(DateTimeOffset before, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Purge);
        command.Parameters.AddWithValue("before", before);
        await command.ExecuteNonQueryAsync(stopping);
    }

    NpgsqlCommand Command(string sql, ClaimedOperation operation, NpgsqlConnection? connection)
    {
        var command = connection is null ? database.CreateCommand(sql) : new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("id", operation.Id);
        command.Parameters.AddWithValue("fence", operation.Fence);
        return command;
    }

    static void AddProgress(NpgsqlCommand command, ClaimedOperation operation)
    {
        command.Parameters.AddWithValue("done", operation.Done);
        command.Parameters.AddNullable("skipped", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(operation.Skipped));
        command.Parameters.AddWithValue("lease", Lease);
    }
}
