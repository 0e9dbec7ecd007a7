using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Removal;

/// <summary>Removes the expired runs of one job, in small batches.</summary>
sealed class JobPurge(NpgsqlDataSource database, RunRemover remover, IOptions<RunOptions> options)
{
    const int MostBatches = 20;
    static readonly TimeSpan AnewAfter = TimeSpan.FromDays(7);
    static readonly string Expired = Sql.Of<JobPurge>("expired_runs.sql");
    static readonly string OldestActive = Sql.Of<JobPurge>("oldest_active.sql");
    static readonly string Settle = Sql.Of<JobPurge>("settle_purge.sql");

    /// <param name="longest">The longest that anybody keeps runs.</param>
    /// <param name="heldUntil">The end of the last week that is too old and still there.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(
        DuePurge due, TimeSpan longest, DateTimeOffset? heldUntil, DateTimeOffset now, CancellationToken stopping)
    {
        var lengths = RunStates.Finished.ToDictionary(
            state => state, state => RetentionRule.Of(state, due.Levels, options.Value.KeptByDefault));
        // A run that is made with a time of the past is passed over; so everything is looked at now and then.
        var isAnew = due.AnewAt <= now;
        var purged = isAnew ? [] : due.Purged;
        // What is in progress may still end before the time up to which its state has been looked through.
        var oldest = await FindOldestActiveAsync(due.Job, stopping);
        var (removed, left) = (0, MostBatches);
        foreach (var part in PurgeRule.Expired(lengths, purged, longest, heldUntil, now))
        {
            var (count, batches) = await RemoveAsync(due, part, left, stopping);
            removed += count;
            left -= batches;
            if (left == 0)
            {
                break;
            }

            foreach (var state in part.States)
            {
                purged[state] = oldest < part.Until ? oldest.Value : part.Until;
            }
        }

        var next = left == 0 ? now : PurgeRule.Next(lengths, longest, now);
        await SettleAsync(due, purged, next, isAnew && left > 0 ? now + AnewAfter : due.AnewAt, stopping);
        return removed;
    }

    async Task<(int Removed, int Batches)> RemoveAsync(DuePurge due, PurgeRule.Part part, int mostBatches, CancellationToken stopping)
    {
        var from = TimeOrderedId.LeastOf(part.From);
        var removed = 0;
        for (var batch = 1; batch <= mostBatches; batch++)
        {
            var runs = await FindAsync(due.Job, part, from, stopping);
            if (runs.Count > 0)
            {
                removed += (await remover.RemoveAsync(due.Project, due.Job, runs, stopping)).Removed.Count;
                from = runs[^1];
            }

            if (runs.Count < RunRemover.MostAtOnce)
            {
                return (removed, batch - 1);
            }
        }

        return (removed, mostBatches);
    }

    async Task<List<Guid>> FindAsync(Guid job, PurgeRule.Part part, Guid from, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Expired);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("until", TimeOrderedId.LeastOf(part.Until));
        command.Parameters.AddWithValue("states", part.States.Select(state => (short)state).ToArray());
        command.Parameters.AddWithValue("limit", RunRemover.MostAtOnce);
        return await command.ReadAllAsync(row => row.GetGuid(0), stopping);
    }

    async Task<DateTimeOffset?> FindOldestActiveAsync(Guid job, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(OldestActive);
        command.Parameters.AddWithValue("job_id", job);
        return await command.ExecuteScalarAsync(stopping) is Guid run ? TimeOrderedId.TimeOf(run) : null;
    }

    async Task SettleAsync(
        DuePurge due, Dictionary<RunState, DateTimeOffset> purged, DateTimeOffset next, DateTimeOffset anew, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Settle);
        command.Parameters.AddWithValue("job_id", due.Job);
        command.Parameters.AddWithValue("claimed", due.ClaimedUntil);
        command.Parameters.AddWithValue("due", next);
        command.Parameters.AddWithValue("anew", anew);
        command.Parameters.AddWithValue("purged", NpgsqlTypes.NpgsqlDbType.Jsonb, PurgedText.Write(purged));
        await command.ExecuteNonQueryAsync(stopping);
    }
}
