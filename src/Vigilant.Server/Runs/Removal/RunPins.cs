using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Removal;

/// <summary>Pins: a run that has one is removed by nobody, only with its job.</summary>
sealed class RunPins(NpgsqlDataSource database, RunJobs jobs, NodeClock clock)
{
    static readonly string Lock = Sql.Of<JobChanges>("lock_job.sql");
    static readonly string Pin = Sql.Of<RunPins>("pin_runs.sql");
    static readonly string Unpin = Sql.Of<RunPins>("unpin_runs.sql");
    static readonly string Find = Sql.Of<RunPins>("pin_of_run.sql");

    public async Task<RunPin?> FindAsync(Guid project, Guid run, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("run", run);
        var found = await command.ReadAllAsync(
            row => new RunPin(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2)), stopping);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Pins runs, in progress or over; a pin that is there already stays as it is. Returns how many runs are pinned now.</summary>
    public async Task<int> PinAsync(Guid project, IEnumerable<Guid> runs, string who, string why, CancellationToken stopping)
    {
        var pin = new RunPin(who, why, clock.Now);
        var pinned = 0;
        foreach (var ofJob in await jobs.FindAsync(project, runs, stopping))
        {
            foreach (var some in ofJob.Distinct().Chunk(RunRemover.MostAtOnce))
            {
                pinned += await PinAsync(project, ofJob.Key, some, pin, stopping);
            }
        }

        return pinned;
    }

    /// <summary>
    /// Pins runs in the transaction of the caller, which holds the states of their jobs: under these locks no run goes between the
    /// look and the pin.
    /// </summary>
    /// <returns>How many of the runs are there, and how many of these were not pinned yet.</returns>
    public static async Task<(int There, int Anew)> PinAsync(
        NpgsqlConnection connection, Guid project, IReadOnlyCollection<(Guid Job, Guid Run)> runs, RunPin pin, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Pin, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("jobs", runs.Select(run => run.Job).ToArray());
        command.Parameters.AddWithValue("ids", runs.Select(run => run.Run).ToArray());
        command.Parameters.AddWithValue("at", pin.At);
        command.Parameters.AddWithValue("who", pin.Who);
        command.Parameters.AddWithValue("why", pin.Why);
        return (await command.ReadAllAsync(row => ((int)row.GetInt64(0), (int)row.GetInt64(1)), stopping))[0];
    }

    /// <summary>Lets go of runs: what keeps runs and removes them holds for them again. Returns how many were pinned.</summary>
    public async Task<int> UnpinAsync(Guid project, IEnumerable<Guid> runs, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await UnpinAsync(connection, project, runs, stopping);
    }

    /// <summary>Lets go of runs in the transaction of the caller. Returns how many were pinned.</summary>
    public async Task<int> UnpinAsync(NpgsqlConnection connection, Guid project, IEnumerable<Guid> runs, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Unpin, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("ids", runs.ToArray());
        command.Parameters.AddWithValue("now", clock.Now);
        return (int)(long)(await command.ExecuteScalarAsync(stopping))!;
    }

    async Task<int> PinAsync(Guid project, Guid job, Guid[] runs, RunPin pin, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var held = new NpgsqlCommand(Lock, connection);
        held.Parameters.AddWithValue("job_id", job);
        await held.ExecuteNonQueryAsync(stopping);
        var (there, _) = await PinAsync(connection, project, [.. runs.Select(run => (job, run))], pin, stopping);
        await transaction.CommitAsync(stopping);
        return there;
    }
}
