using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>
/// Which of the runs that signals name have ended: asked only for names that no run in progress has.
/// </summary>
sealed class RunKeys
{
    static readonly string ByRid = Sql.Of<Batch>("load_run_keys.sql");
    static readonly string ById = Sql.Of<Batch>("load_ended_runs.sql");

    /// <summary>None was asked for.</summary>
    public static readonly RunKeys None = new();


    readonly Dictionary<(Guid Job, string Rid), EndedRun> _byRid = [];
    readonly Dictionary<Guid, EndedRun> _byId = [];

    public EndedRun? Find(IncomingSignal signal) =>
        signal.Run is { } id ? _byId.TryGetValue(id, out var named) ? named : null
        : signal.Rid is { } rid && _byRid.TryGetValue((signal.JobId, rid), out var remembered) ? remembered
        : null;

    public static async Task<RunKeys> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<Incoming> taken, Dictionary<Guid, JobWork> work, CancellationToken stopping)
    {
        var rids = new HashSet<(Guid Job, string Rid)>();
        var ids = new HashSet<(Guid Job, Guid Run)>();
        foreach (var incoming in taken)
        {
            if (incoming is not IncomingSignal signal
                || !work.TryGetValue(signal.JobId, out var job) || !AreWanted(signal, job.State.Active))
            {
                continue;
            }

            if (signal.Run is { } id)
            {
                ids.Add((signal.JobId, id));
            }
            else
            {
                rids.Add((signal.JobId, signal.Rid!));
            }
        }

        return rids.Count + ids.Count == 0 ? None : await ReadAsync(connection, rids, ids, stopping);
    }

    /// <summary>Whether a signal names a run that is not in progress.</summary>
    public static bool AreWanted(IncomingSignal signal, ActiveRuns active) =>
        signal.Run is { } id ? active.Find(id) is null : signal.Rid is { } rid && active.Find(rid) is null;

    static async Task<RunKeys> ReadAsync(
        NpgsqlConnection connection, HashSet<(Guid Job, string Rid)> rids, HashSet<(Guid Job, Guid Run)> ids, CancellationToken stopping)
    {
        var found = new RunKeys();
        if (rids.Count > 0)
        {
            await ReadAsync(
                connection, ByRid, rids, row => found._byRid[(row.GetGuid(0), row.GetString(1))] =
                    Ended(row, 2) with { RemovedAt = row.Nullable<DateTimeOffset>(6) }, stopping);
        }

        if (ids.Count > 0)
        {
            await ReadAsync(connection, ById, ids, row => found._byId[row.GetGuid(0)] = Ended(row, 0), stopping);
        }

        return found;
    }

    static async Task ReadAsync<T>(
        NpgsqlConnection connection, string sql, HashSet<(Guid Job, T Name)> wanted, Action<NpgsqlDataReader> read,
        CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("jobs", [.. wanted.Select(one => one.Job)]));
        command.Parameters.Add(new NpgsqlParameter<T[]>("names", [.. wanted.Select(one => one.Name)]));
        await command.PrepareAsync(stopping);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
        {
            read(reader);
        }
    }

    static EndedRun Ended(NpgsqlDataReader row, int first) =>
        new(row.GetGuid(first), row.GetFieldValue<DateTimeOffset>(first + 1), (RunState)row.GetInt16(first + 2), row.GetBoolean(first + 3));
}
