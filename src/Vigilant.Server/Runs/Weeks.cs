using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Server.Runs;

/// <summary>The weeks that there are, and the one place where a whole week of rows goes.</summary>
sealed class Weeks(NpgsqlDataSource database)
{
    static readonly string List = Sql.Of<Weeks>("partitions.sql");
    static readonly string IsEmpty = Sql.Of<Weeks>("week_is_empty.sql");
    static readonly string IsHeld = Sql.Of<Weeks>("week_is_held.sql");
    static readonly string Lock = Sql.Of<Weeks>("lock_partition.sql");
    static readonly string Count = Sql.Of<Weeks>("count_runs_of_week.sql");
    static readonly string ForgetKeeps = Sql.Of<Weeks>("forget_keeps.sql");
    static readonly string Drop = Sql.Of<Weeks>("drop_partition.sql");

    public async Task<List<Week>> ListAsync(string table, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue("parent", table);
        return await command.ReadAllAsync(row => Week.Of(table, row.GetString(0)), stopping);
    }

    public async Task<bool> IsEmptyAsync(Week week, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(IsEmpty);
        Bind(command, week);
        return await command.ExecuteScalarAsync(stopping) is true;
    }

    /// <summary>
    /// Drops a week, in one transaction, unless one of its runs is pinned or said that it is kept for longer, or somebody reads it now.
    /// </summary>
    /// <param name="wholly">Whatever is in it has expired; else it is dropped only when nothing is in it.</param>
    public async Task<bool> DropAsync(Week week, bool wholly, DateTimeOffset now, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        try
        {
            await ExecuteAsync(connection, Lock, week, now, stopping);
            if (week.Table == "run" && !await LetGoAsync(connection, week, wholly, now, stopping))
            {
                return false;
            }

            await ExecuteAsync(connection, Drop, week, now, stopping);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        await transaction.CommitAsync(stopping);
        return true;
    }

    // What is counted of runs loses those made in this week here, in the transaction that drops them, and nowhere else.
    static async Task<bool> LetGoAsync(
        NpgsqlConnection connection, Week week, bool wholly, DateTimeOffset now, CancellationToken stopping)
    {
        if (await AskAsync(connection, IsHeld, week, now, stopping) || (!wholly && !await AskAsync(connection, IsEmpty, week, now, stopping)))
        {
            return false;
        }

        await ExecuteAsync(connection, ForgetKeeps, week, now, stopping);
        await CountDownAsync(connection, week, stopping);
        return true;
    }

    static async Task CountDownAsync(NpgsqlConnection connection, Week week, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        Bind(command, week);
        var gone = await command.ReadAllAsync(
            row => (Project: row.GetGuid(0), Job: row.GetGuid(1), Change: new TallyChange(
                new TallyKey(TallyKind.Kept, row.GetInt32(2), (RunState)row.GetInt16(3)), -row.GetInt32(4))),
            stopping);
        foreach (var job in gone.GroupBy(one => (one.Project, one.Job), one => one.Change))
        {
            await TallyInbox.AddAsync(connection, job.Key.Project, job.Key.Job, [.. job], stopping);
        }
    }

    static async Task<bool> AskAsync(
        NpgsqlConnection connection, string sql, Week week, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        Bind(command, week);
        command.Parameters.AddWithValue("now", now);
        return await command.ExecuteScalarAsync(stopping) is true;
    }

    static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, Week week, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        Bind(command, week);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("parent", week.Table);
        command.Parameters.AddWithValue("partition", week.Partition);
        await command.ExecuteNonQueryAsync(stopping);
    }

    static void Bind(NpgsqlCommand command, Week week)
    {
        command.Parameters.AddWithValue("from", week.Least);
        command.Parameters.AddWithValue("until", week.Next);
    }
}
