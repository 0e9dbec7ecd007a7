using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Runs;

/// <summary>How runs went in a time range, and what goes on now.</summary>
/// <param name="Range">The whole hours or days that the numbers are about.</param>
/// <param name="States">How many runs were made in the range, by their state now.</param>
/// <param name="Flow">The same along time.</param>
/// <param name="Jobs">Those that stand behind most of the newest failures, with all of theirs.</param>
/// <param name="HasRuns">Whether the project has any run at all.</param>
public sealed record RunOverview(
    TimeRange Range,
    ValueList<RunStateCount> States,
    ValueList<RunFlow> Flow,
    RunLengths Took,
    RunLengths Waited,
    ValueList<FailingJob> Jobs,
    RunFailures Failures,
    RunsNow Now,
    bool HasRuns)
{
    public long Total => States.Sum(state => state.Count);

    public long CountOf(params ReadOnlySpan<RunState> states)
    {
        var count = 0L;
        foreach (var state in states)
        {
            count += States.FirstOrDefault(one => one.State == state)?.Count ?? 0;
        }

        return count;
    }
}

/// <summary>How many runs are in a state.</summary>
public sealed record RunStateCount(RunState State, long Count);

/// <summary>The runs of an hour or a day.</summary>
public sealed record RunFlow(DateTimeOffset From, DateTimeOffset Until, long Succeeded, long Failed, long Others)
{
    public long Total => Succeeded + Failed + Others;
}

/// <summary>How long something took; all null: nothing did.</summary>
public sealed record RunLengths(TimeSpan? P50, TimeSpan? P95, TimeSpan? P99, TimeSpan? Longest);

/// <summary>A job and how often it failed.</summary>
public sealed record FailingJob(string Job, long Failed, long Runs);

/// <summary>Failures by what their errors have in common.</summary>
/// <param name="Size">How many of the newest were looked at.</param>
/// <param name="IsWhole">There are no others.</param>
public sealed record RunFailures(int Size, bool IsWhole, ValueList<FoundGroup> Groups);

/// <summary>What goes on at this moment, whenever it began.</summary>
/// <param name="Most">No state is counted further.</param>
public sealed record RunsNow(int Created, int Queued, int Started, int Most, FoundRun? OldestWaiting, FoundRun? OldestStarted)
{
    public int Waiting => Math.Min(Most, Created + Queued);
}
