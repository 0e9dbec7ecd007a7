using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Domain.Operations;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Operations as people ask for them and look at them.</summary>
sealed class OperationStore(NpgsqlDataSource database, NodeClock clock)
{
    static readonly string Add = Sql.Of<OperationStore>("operation_add.sql");
    static readonly string Cancel = Sql.Of<OperationStore>("operation_cancel.sql");
    static readonly string ById = Fill("operation_by_id.sql");
    static readonly string List = Fill("operations_list.sql");

    /// <summary>Runs that are made after it have greater ids than it has, and are not meant.</summary>
    public async Task<Guid> AddAsync(Guid project, OperationDraft draft, CancellationToken stopping)
    {
        var now = clock.Now;
        var id = TimeOrderedId.Mint(now);
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var command = new NpgsqlCommand(Add, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("action", (short)draft.Action);
        command.Parameters.AddNullable("filter", NpgsqlDbType.Jsonb, draft.Filter?.ToJsonString());
        command.Parameters.AddNullable("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, draft.Ids);
        command.Parameters.AddNullable("labels", NpgsqlDbType.Jsonb, draft.Labels?.ToJsonString());
        command.Parameters.AddNullable("who", NpgsqlDbType.Text, draft.Who);
        command.Parameters.AddNullable("why", NpgsqlDbType.Text, draft.Why);
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(stopping);
        await AuditLog.AddAsync(connection, project, Noted(id, draft), now, stopping);
        await transaction.CommitAsync(stopping);
        return id;
    }

    /// <summary>True: it goes no further than the chunk that is done now. False: it is over, or there is none.</summary>
    public async Task<bool> CancelAsync(Guid project, Guid id, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var command = new NpgsqlCommand(Cancel, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("now", clock.Now);
        if (await command.ExecuteScalarAsync(stopping) is not long changed)
        {
            return false;
        }

        await AuditLog.CompleteAsync(connection, id, changed, stopping);
        await transaction.CommitAsync(stopping);
        return true;
    }

    /// <param name="pages">Where the pages begin.</param>
    public async Task<Operation?> FindAsync(Guid project, Guid id, Uri pages, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", project);
        var found = await command.ReadAllAsync(row => Read(row, pages), stopping);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<List<Operation>> ListAsync(Guid project, Guid? behind, int limit, Uri pages, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("behind", NpgsqlDbType.Uuid, behind);
        command.Parameters.AddWithValue("limit", limit);
        return await command.ReadAllAsync(row => Read(row, pages), stopping);
    }

    static AuditNote Noted(Guid id, OperationDraft draft)
    {
        var details = new Dictionary<string, object?> { ["filter"] = draft.Filter, ["ids"] = draft.Ids?.Length, ["labels"] = draft.Labels };
        var given = details.Where(one => one.Value is not null).ToDictionary();
        return new AuditNote(draft.Action.Word(), "operation", id, draft.Who, draft.Why, JsonSerializer.SerializeToNode(given));
    }

    Operation Read(NpgsqlDataReader row, Uri pages)
    {
        var id = row.GetGuid(0);
        var (done, startedAt, endedAt) = (row.GetInt64(10), row.Nullable<DateTimeOffset>(15), row.Nullable<DateTimeOffset>(16));
        return new Operation
        {
            Id = id,
            Action = ((RunAction)row.GetInt16(1)).Word(),
            State = ((OperationState)row.GetInt16(2)).Word(),
            Filter = JsonAt(row, 3),
            Ids = row.IsDBNull(3) ? row.GetInt32(4) : null,
            Labels = JsonAt(row, 5),
            Who = row.NullableText(6),
            Why = row.NullableText(7),
            Matched = row.GetInt64(8),
            More = !row.GetBoolean(9),
            Done = done,
            Changed = row.GetInt64(11),
            Skipped = JsonSerializer.Deserialize<Dictionary<string, long>>(row.GetString(12))!,
            Error = row.NullableText(13),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(14),
            StartedAt = startedAt,
            EndedAt = endedAt,
            PerSecond = startedAt is { } start ? Rate(done, (endedAt ?? clock.Now) - start) : null,
            Url = new Uri(pages, $"operations/{id}").ToString(),
        };
    }

    static double? Rate(long done, TimeSpan took) => took > TimeSpan.Zero ? Math.Round(done / took.TotalSeconds, 1) : null;

    static JsonElement? JsonAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : JsonSerializer.Deserialize<JsonElement>(row.GetString(column));

    static string Fill(string file) =>
        Sql.Of<OperationStore>(file).Replace("{columns}", Sql.Of<OperationStore>("operation_columns.sql"), StringComparison.Ordinal);
}
