using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Server.Runs;

/// <summary>Changes of settings and pauses, folded in the transaction that made them, under the job's lock.</summary>
sealed class JobChanges(NodeClock clock) : IJobChanges
{
    static readonly string Create = Sql.Of<JobChanges>("create_state.sql");
    static readonly string Lock = Sql.Of<JobChanges>("lock_job.sql");
    static readonly string Count = Sql.Of<JobChanges>("count_runs_of_job.sql");
    static readonly string PlanPurge = Sql.Of<JobChanges>("plan_purge.sql");
    static readonly string Delete = Sql.Of<JobChanges>("delete_job.sql");

    public async Task ApplyAsync(
        NpgsqlConnection connection, Guid projectId, Guid jobId, JobChange change, CancellationToken stopping)
    {
        var now = clock.Now;
        if (change == JobChange.Created)
        {
            await ExecuteAsync(connection, Create, jobId, projectId, now, stopping);
        }

        await ExecuteAsync(connection, Lock, jobId, projectId, now, stopping);
        var loaded = await JobLoader.LoadAsync(connection, [jobId], prepare: false, stopping);
        if (loaded.Count == 1)
        {
            await WriteAsync(connection, loaded[0], change, now, stopping);
        }

        // How long runs are kept is one of the settings.
        if (change is JobChange.Created or JobChange.Edited or JobChange.Rescheduled)
        {
            await ExecuteAsync(connection, PlanPurge, jobId, projectId, now, stopping);
        }

        if (change == JobChange.Deleted)
        {
            await CountOutAsync(connection, projectId, jobId, stopping);
            await ExecuteAsync(connection, Delete, jobId, projectId, now, stopping);
        }
    }

    // Its runs are gone for the project's counts, too; what ended stays ended.
    static async Task CountOutAsync(NpgsqlConnection connection, Guid projectId, Guid jobId, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        command.Parameters.AddWithValue("job_id", jobId);
        var gone = await command.ReadAllAsync(
            row => new TallyChange(new TallyKey(TallyKind.Kept, row.GetInt32(0), (RunState)row.GetInt16(1)), -row.GetInt32(2)), stopping);
        await TallyInbox.AddAsync(connection, projectId, jobId, gone, stopping);
    }

    static async Task WriteAsync(
        NpgsqlConnection connection, CachedJob job, JobChange change, DateTimeOffset now, CancellationToken stopping)
    {
        var work = new JobWork(job, []);
        work.Fold((state, facts) => Change(state, job, change, now, facts), now);
        using var batch = new Batch();
        batch.AddJob(work);
        await batch.WriteAsync(connection, careful: true, prepare: false, stopping);
    }

    static JobState Change(JobState state, CachedJob job, JobChange change, DateTimeOffset now, ICollection<Fact> facts) =>
        change switch
        {
            JobChange.Created => ChangeRule.Create(job.Expectation, now),
            JobChange.Edited => ChangeRule.Edit(state, job.Expectation, now, facts),
            JobChange.Paused => ChangeRule.Pause(state, job.Expectation, now, facts),
            JobChange.Deleted => ChangeRule.Pause(state, job.Expectation with { Enabled = false }, now, facts),
            _ when !job.Expectation.Enabled => ChangeRule.Pause(state, job.Expectation, now, facts),
            _ => ChangeRule.StartAnew(state, job.Expectation, now, facts),
        };

    static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, Guid jobId, Guid projectId, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("job_id", jobId);
        command.Parameters.AddWithValue("project_id", projectId);
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(stopping);
    }
}
