using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Adds the tallies of the inbox to the hours and days of their jobs and projects.</summary>
sealed class FoldTallies(NpgsqlDataSource database, NodeClock clock) : IPass
{
    const int AtOnce = 1000;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    static readonly string Alone = Sql.Of<FoldTallies>("fold_alone.sql");
    static readonly string Take = Sql.Of<FoldTallies>("take_tallies.sql");
    static readonly string Load = Sql.Of<FoldTallies>("load_rollups.sql");
    static readonly string Keep = Sql.Of<FoldTallies>("keep_rollups.sql");

    public string Name => "fold tallies";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var alone = new NpgsqlCommand(Alone, connection);
        var taken = await alone.ExecuteScalarAsync(stopping) is true ? await TakeAsync(connection, stopping) : [];
        if (taken.Count > 0)
        {
            var rollups = AddUp(taken, clock.Now - StatRange.HoursKept);
            await AddStoredAsync(connection, rollups, stopping);
            await KeepAsync(connection, rollups, stopping);
            await transaction.CommitAsync(stopping);
        }

        return new PassResult(taken.Count, taken.Count == AtOnce ? TimeSpan.Zero : Rest);
    }

    static async Task<List<(Guid Project, Guid Job, RunTally Tally)>> TakeAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Take, connection);
        command.Parameters.AddWithValue("limit", AtOnce);
        return await command.ReadAllAsync(
            row => (row.GetGuid(0), row.GetGuid(1), new RunTally(row.GetFieldValue<byte[]>(2))), stopping);
    }

    static Dictionary<RollupKey, Rollup> AddUp(List<(Guid Project, Guid Job, RunTally Tally)> taken, DateTimeOffset hoursFrom)
    {
        var rollups = new Dictionary<RollupKey, Rollup>();
        foreach (var (project, job, tally) in taken)
        {
            var book = new TallyBook();
            book.Add(tally);
            AddUp(rollups, project, job, book, hoursFrom);
        }

        return rollups;
    }

    /// <summary>Adds what was counted of a job to the hours and days of it and of its project.</summary>
    internal static void AddUp(
        Dictionary<RollupKey, Rollup> rollups, Guid project, Guid job, TallyBook book, DateTimeOffset hoursFrom)
    {
        foreach (var (key, count) in book.Entries)
        {
            foreach (var subject in new[] { project, job })
            {
                Find(rollups, RollupKey.Of(subject, Grain.Day, key)).Add(key.Kind, count);
                // Hours are not kept for ever, and one that was purged does not come back.
                if (TallyKey.TimeOf(key.Hour) >= hoursFrom)
                {
                    Find(rollups, RollupKey.Of(subject, Grain.Hour, key)).Add(key.Kind, count);
                }
            }
        }
    }

    static Rollup Find(Dictionary<RollupKey, Rollup> rollups, RollupKey key) =>
        rollups.TryGetValue(key, out var rollup) ? rollup : rollups[key] = new Rollup();

    static async Task AddStoredAsync(
        NpgsqlConnection connection, Dictionary<RollupKey, Rollup> rollups, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Load, connection);
        BindKeys(command.Parameters, rollups.Keys);
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping))
        {
            var key = new RollupKey(
                row.GetGuid(0), (Grain)row.GetInt16(1), row.GetFieldValue<DateTimeOffset>(2), (RunState)row.GetInt16(3));
            rollups[key].Kept += row.GetInt64(4);
            rollups[key].Ended.Add(TallyCount.Stored(row.GetInt64(5), row.GetFieldValue<byte[]>(6)));
        }
    }

    static async Task KeepAsync(NpgsqlConnection connection, Dictionary<RollupKey, Rollup> rollups, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Keep, connection);
        BindKeys(command.Parameters, rollups.Keys);
        command.Parameters.AddWithValue("kept", rollups.Values.Select(rollup => rollup.Kept).ToArray());
        command.Parameters.AddWithValue("ended", rollups.Values.Select(rollup => rollup.Ended.Count).ToArray());
        command.Parameters.AddWithValue("lengths", rollups.Values.Select(rollup => rollup.Ended.StoredLengths()).ToArray());
        await command.ExecuteNonQueryAsync(stopping);
    }

    static void BindKeys(NpgsqlParameterCollection parameters, IReadOnlyCollection<RollupKey> keys)
    {
        parameters.AddWithValue("subjects", keys.Select(key => key.Subject).ToArray());
        parameters.AddWithValue("grains", keys.Select(key => (short)key.Grain).ToArray());
        parameters.AddWithValue("ats", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, keys.Select(key => key.At).ToArray());
        parameters.AddWithValue("states", keys.Select(key => (short)key.State).ToArray());
    }
}
