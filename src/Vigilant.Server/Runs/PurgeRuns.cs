using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Removal;

namespace Vigilant.Server.Runs;

/// <summary>
/// Removes the weeks of runs that are older than anybody wants them, or in which nothing is left, with their signals; and ended
/// runs' keys after seven days.
/// </summary>
sealed class PurgeRuns(
    NpgsqlDataSource database, NodeClock clock, Weeks weeks, RetentionStore retention, IOptions<RunOptions> options) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    static readonly string PurgeKeys = Sql.Of<PurgeRuns>("purge_run_keys.sql");

    public string Name => "purge runs";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        var old = now - options.Value.KeptByDefault;
        var dropped = await DropRunsAsync(old, now, stopping) + await DropSignalsAsync(old, now, stopping);
        await using var keys = database.CreateCommand(PurgeKeys);
        keys.Parameters.AddWithValue("before", now - EndedRun.Remembered);
        await keys.ExecuteNonQueryAsync(stopping);
        return new PassResult(dropped, Rest);
    }

    async Task<int> DropRunsAsync(DateTimeOffset old, DateTimeOffset now, CancellationToken stopping)
    {
        var longest = await retention.LongestAsync(stopping);
        var dropped = 0;
        foreach (var week in (await weeks.ListAsync("run", stopping)).Where(week => week.Until <= old))
        {
            var wholly = longest <= now - week.Until;
            if ((wholly || await weeks.IsEmptyAsync(week, stopping)) && await weeks.DropAsync(week, wholly, now, stopping))
            {
                dropped++;
            }
        }

        return dropped;
    }

    // Signals of a run lie in its week or, of one that ran over Sunday, in the next.
    async Task<int> DropSignalsAsync(DateTimeOffset old, DateTimeOffset now, CancellationToken stopping)
    {
        var runs = (await weeks.ListAsync("run", stopping)).Select(week => week.From).ToHashSet();
        var dropped = 0;
        foreach (var week in (await weeks.ListAsync("other_signal", stopping)).Where(week => week.Until <= old))
        {
            var isNeeded = runs.Contains(week.From) || runs.Contains(week.From.AddDays(-7));
            dropped += !isNeeded && await weeks.DropAsync(week, wholly: true, now, stopping) ? 1 : 0;
        }

        return dropped;
    }
}
