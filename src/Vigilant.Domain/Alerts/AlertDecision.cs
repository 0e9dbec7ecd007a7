namespace Vigilant.Domain.Alerts;

/// <summary>What a verdict does to a job's alert.</summary>
/// <param name="Why">The named reason.</param>
public abstract record AlertDecision(AlertReason Why)
{
    /// <summary>An alert opens, and people hear of it.</summary>
    public sealed record Opened(AlertReason Why, OpenAlert Alert) : AlertDecision(Why);

    /// <summary>The open alert says something else from now on; nobody hears of it anew.</summary>
    public sealed record Updated(AlertReason Why, OpenAlert Alert) : AlertDecision(Why);

    /// <summary>The open alert is over, and those who heard that it fired hear of it.</summary>
    /// <param name="Why">The named reason.</param>
    /// <param name="By">What resolved it: signal, pause or change.</param>
    /// <param name="Resolution">How it ended, in words.</param>
    /// <param name="At">When; never before it opened.</param>
    /// <param name="MissedCount">How many were missed in all.</param>
    public sealed record Resolved(AlertReason Why, string By, string Resolution, DateTimeOffset At, int MissedCount)
        : AlertDecision(Why);

    /// <summary>Everything stays as it is.</summary>
    public sealed record Nothing(AlertReason Why) : AlertDecision(Why);
}
