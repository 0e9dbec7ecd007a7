using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Removal;

/// <summary>
/// Removes runs that have expired before their week goes: job by job, each at its time, and those that said themselves until when
/// they are kept. When nothing is due it asks two indexes.
/// </summary>
sealed class ExpireRuns(NpgsqlDataSource database, NodeClock clock, RunRemover remover, JobPurge purge, RetentionStore retention, Weeks weeks)
    : IPass
{
    const int JobsAtOnce = 50;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(10);
    static readonly TimeSpan PutOffFor = TimeSpan.FromHours(1);
    static readonly string Claim = Sql.Of<ExpireRuns>("claim_purge.sql");
    static readonly string KeepsEnded = Sql.Of<ExpireRuns>("keeps_ended.sql");
    static readonly string PutOff = Sql.Of<ExpireRuns>("put_off_keeps.sql");

    public string Name => "expire runs";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        var (removed, more) = await RemoveKeptAsync(now, stopping);
        (TimeSpan Longest, DateTimeOffset? HeldUntil)? limits = null;
        for (var job = 1; job <= JobsAtOnce; job++)
        {
            if (await ClaimAsync(now, stopping) is not { } due)
            {
                return new PassResult(removed, more ? TimeSpan.Zero : Rest);
            }

            limits ??= await FindLimitsAsync(now, stopping);
            removed += await purge.RunAsync(due, limits.Value.Longest, limits.Value.HeldUntil, now, stopping);
        }

        return new PassResult(removed, TimeSpan.Zero);
    }

    async Task<DuePurge?> ClaimAsync(DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Claim);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("again", now + ClaimedFor);
        var claimed = await command.ReadAllAsync(Read, stopping);
        return claimed.Count == 0 ? null : claimed[0];
    }

    static DuePurge Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetFieldValue<DateTimeOffset>(2),
        row.GetFieldValue<DateTimeOffset>(3),
        PurgedText.Read(row.GetString(4)),
        [.. Enumerable.Range(5, 3).Select(column => row.NullableText(column) is { } rules ? RetentionStore.Parse(rules) : null)]);

    // A week that only just became too old is about to be dropped.
    async Task<(TimeSpan Longest, DateTimeOffset? HeldUntil)> FindLimitsAsync(DateTimeOffset now, CancellationToken stopping)
    {
        var longest = await retention.LongestAsync(stopping);
        var held = (await weeks.ListAsync("run", stopping)).FindLast(week => longest < now - PutOffFor - week.Until);
        return (longest, held?.Until);
    }

    async Task<(int Removed, bool More)> RemoveKeptAsync(DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(KeepsEnded);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("limit", RunRemover.MostAtOnce);
        var ended = await command.ReadAllAsync(
            row => (Job: row.GetGuid(0), Project: row.GetGuid(1), Run: row.GetGuid(2)), stopping);
        var removed = 0;
        foreach (var job in ended.ToLookup(one => (one.Project, one.Job), one => one.Run))
        {
            var removal = await remover.RemoveAsync(job.Key.Project, job.Key.Job, job, stopping);
            removed += removal.Removed.Count;
            await PutOffAsync(removal.Left, now + PutOffFor, stopping);
        }

        return (removed, ended.Count == RunRemover.MostAtOnce);
    }

    // What is in progress, or pinned, is looked at again later.
    async Task PutOffAsync(List<LeftRun> left, DateTimeOffset later, CancellationToken stopping)
    {
        if (left.Count == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(PutOff);
        command.Parameters.AddWithValue("absent", left.Where(run => run.Why == LeftBecause.Absent).Select(run => run.Id).ToArray());
        command.Parameters.AddWithValue("held", left.Where(run => run.Why != LeftBecause.Absent).Select(run => run.Id).ToArray());
        command.Parameters.AddWithValue("later", later);
        await command.ExecuteNonQueryAsync(stopping);
    }
}
