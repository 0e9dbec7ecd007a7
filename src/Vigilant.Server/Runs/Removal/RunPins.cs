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
        var pinned = 0;
        foreach (var ofJob in await jobs.FindAsync(project, runs, stopping))
        {
            foreach (var some in ofJob.Distinct().Chunk(RunRemover.MostAtOnce))
            {
                pinned += await PinAsync(project, ofJob.Key, some, who, why, stopping);
            }
        }

        return pinned;
    }

    /// <summary>Lets go of runs: what keeps runs and removes them holds for them again. Returns how many were pinned.</summary>
    public async Task<int> UnpinAsync(Guid project, IEnumerable<Guid> runs, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Unpin);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("ids", runs.ToArray());
        command.Parameters.AddWithValue("now", clock.Now);
        return (int)(long)(await command.ExecuteScalarAsync(stopping))!;
    }

    // Under the job's lock no run goes between the look and the pin.
    async Task<int> PinAsync(Guid project, Guid job, Guid[] runs, string who, string why, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var held = new NpgsqlCommand(Lock, connection);
        held.Parameters.AddWithValue("job_id", job);
        await held.ExecuteNonQueryAsync(stopping);
        await using var command = new NpgsqlCommand(Pin, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("ids", runs);
        command.Parameters.AddWithValue("now", clock.Now);
        command.Parameters.AddWithValue("who", who);
        command.Parameters.AddWithValue("why", why);
        var pinned = (int)(long)(await command.ExecuteScalarAsync(stopping))!;
        await transaction.CommitAsync(stopping);
        return pinned;
    }
}
