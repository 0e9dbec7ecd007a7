using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Jobs;

/// <summary>Ends pauses whose time is over.</summary>
sealed class ResumeJobs(NpgsqlDataSource database, IJobChanges changes, NodeClock clock) : IPass
{
    const int Batch = 100;
    static readonly string Ended = Sql.Of<ResumeJobs>("pauses_ended.sql");
    static readonly string Claim = Sql.Of<ResumeJobs>("job_claim.sql");
    static readonly string End = Sql.Of<ResumeJobs>("pause_end.sql");
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    public string Name => "resume jobs";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        var ended = await FindEndedAsync(now, stopping);
        var failures = new List<Exception>();
        foreach (var job in ended)
        {
            // One that fails must not hold the others.
            try
            {
                await ResumeAsync(job, now, stopping);
            }
            catch (NpgsqlException failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count > 0
            ? throw new AggregateException($"{failures.Count} of {ended.Count} jobs could not be resumed.", failures)
            : new PassResult(ended.Count, ended.Count == Batch ? TimeSpan.Zero : Rest);
    }

    async Task<List<Guid>> FindEndedAsync(DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Ended);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("limit", Batch);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var jobs = new List<Guid>();
        while (await reader.ReadAsync(stopping))
        {
            jobs.Add(reader.GetGuid(0));
        }

        return jobs;
    }

    async Task ResumeAsync(Guid job, DateTimeOffset now, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using var claim = new NpgsqlCommand(Claim, connection);
        claim.Parameters.AddWithValue("id", job);
        if (await claim.ExecuteScalarAsync(stopping) is not Guid project)
        {
            return;
        }

        await using var end = new NpgsqlCommand(End, connection);
        end.Parameters.AddWithValue("id", job);
        end.Parameters.AddWithValue("now", now);
        if (await end.ExecuteNonQueryAsync(stopping) > 0)
        {
            await changes.ApplyAsync(connection, project, job, JobChange.Resumed, stopping);
        }

        await transaction.CommitAsync(stopping);
    }
}
