using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Jobs;

/// <summary>Everything that the page of one job shows.</summary>
/// <param name="Usual">The median of the last successful runs that told when they started; null when there is none.</param>
/// <param name="Alerts">The last alerts, newest first.</param>
public sealed record JobDetails(
    JobRow Job,
    JobSettings Settings,
    JobPause? Pause,
    JobHistory History,
    TimeSpan? Usual,
    ValueList<RunningRow> Running,
    ValueList<RunRow> Runs,
    ValueList<SignalRow> Signals,
    ValueList<AlertRow> Alerts)
{
    /// <summary>What is kept of its runs.</summary>
    public JobKept? Kept { get; init; }
}

/// <summary>What the job's folded state says about its past.</summary>
/// <param name="Missed">How many slots or periods in a row passed without success.</param>
public sealed record JobHistory(long SignalCount, DateTimeOffset? LastSuccessAt, int Missed, DateTimeOffset? MissedSince);

public sealed record JobPause(DateTimeOffset At, string By, string Why, DateTimeOffset? Until);
