using System.Globalization;
using Vigilant.Contracts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Queries;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Reads the numbers of a time range from what was counted when its runs were written.</summary>
sealed class RunNumbersReader(Statistics statistics, NodeClock clock)
{
    const int MostBars = 400;

    public async Task<RunNumbers> ReadAsync(Guid project, TimeRange range, CancellationToken stopping)
    {
        var now = clock.Now;
        var until = range.Word is null ? range.Until : (DateTimeOffset?)null;
        var counted = StatRange.Of(range.From, until, now);
        var filter = new RunFilter { CreatedAfter = counted.From, CreatedBefore = until };
        var byTime = await statistics.ReadAsync(project, new StatQuery(filter, counted.Grain == Grain.Hour ? "hour" : "day"), stopping);
        return new RunNumbers(
            range with { From = counted.From, Until = until is null ? now : counted.To },
            new([.. RunStates.All.Select(state => new RunStateCount(state, Count(byTime.States, state))).Where(one => one.Count > 0)]),
            new([.. Bars(counted, until is null ? now : counted.To, byTime.Groups!)]),
            Lengths(byTime.DurationMs),
            Lengths(byTime.WaitMs));
    }

    /// <summary>How often some jobs failed: to count all of them would cost more than the rest of the page.</summary>
    /// <param name="range">As the numbers have it.</param>
    public async Task<ValueList<FailingJob>> OfJobsAsync(Guid project, TimeRange range, IReadOnlyCollection<string> jobs, CancellationToken stopping)
    {
        if (jobs.Count == 0)
        {
            return new([]);
        }

        var filter = new RunFilter { CreatedAfter = range.From, CreatedBefore = range.Word is null ? range.Until : null };
        filter.Jobs.AddRange(jobs);
        var counted = await statistics.ReadAsync(project, new StatQuery(filter, "job"), stopping);
        return new([.. counted.Groups!
            .Select(job => new FailingJob(job.Key, Failed(job.States), job.States.Values.Sum()))
            .Where(job => job.Failed > 0)
            .OrderByDescending(job => job.Failed).ThenBy(job => job.Job, StringComparer.Ordinal)]);
    }

    static IEnumerable<RunFlow> Bars(StatRange range, DateTimeOffset until, IEnumerable<RunGroup> groups)
    {
        var step = range.Grain == Grain.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var counted = groups.ToDictionary(group => DateTimeOffset.Parse(group.Key, CultureInfo.InvariantCulture), group => group.States);
        var first = until - range.From > step * MostBars ? range.StartOf(until - (step * (MostBars - 1))) : range.From;
        for (var at = first; at < until; at += step)
        {
            var states = counted.GetValueOrDefault(at);
            var (all, succeeded, failed) = states is null ? (0, 0, 0) : (states.Values.Sum(), Count(states, RunState.Succeeded), Failed(states));
            yield return new RunFlow(at, at + step, succeeded, failed, all - succeeded - failed);
        }
    }

    static long Failed(IReadOnlyDictionary<string, long> states) => Count(states, RunState.Failed) + Count(states, RunState.TimedOut);

    static long Count(IReadOnlyDictionary<string, long> states, RunState state) => states.GetValueOrDefault(state.Word());

    static RunLengths Lengths(LengthSummary summary) =>
        new(Length(summary.P50), Length(summary.P95), Length(summary.P99), Length(summary.Max));

    static TimeSpan? Length(long? milliseconds) => milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;
}
