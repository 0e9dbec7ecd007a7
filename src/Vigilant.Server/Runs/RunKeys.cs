using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Which runs have ended under a sender's own run id: asked only for ids that no run in progress has.</summary>
static class RunKeys
{
    static readonly string Find = Sql.Of<Batch>("load_run_keys.sql");
    static readonly Dictionary<(Guid Job, string Rid), EndedRun> None = [];

    public static async Task<Dictionary<(Guid Job, string Rid), EndedRun>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<Incoming> taken, Dictionary<Guid, JobWork> work, CancellationToken stopping)
    {
        var wanted = Wanted(taken, work);
        if (wanted.Count == 0)
        {
            return None;
        }

        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("key_jobs", [.. wanted.Select(key => key.Job)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("key_rids", [.. wanted.Select(key => key.Rid)]));
        await command.PrepareAsync(stopping);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var found = new Dictionary<(Guid, string), EndedRun>();
        while (await reader.ReadAsync(stopping))
        {
            found[(reader.GetGuid(0), reader.GetString(1))] =
                new EndedRun(reader.GetGuid(2), reader.GetFieldValue<DateTimeOffset>(3));
        }

        return found;
    }

    static HashSet<(Guid Job, string Rid)> Wanted(IReadOnlyList<Incoming> taken, Dictionary<Guid, JobWork> work)
    {
        var wanted = new HashSet<(Guid, string)>();
        foreach (var incoming in taken)
        {
            if (incoming is IncomingSignal { Rid: { } rid } && work.TryGetValue(incoming.JobId, out var job)
                && !job.State.Active.Any(run => run.Rid == rid))
            {
                wanted.Add((incoming.JobId, rid));
            }
        }

        return wanted;
    }
}
