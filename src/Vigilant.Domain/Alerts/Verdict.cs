using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Alerts;

/// <summary>A change of a job's health, as an alert sees it.</summary>
public sealed record Verdict
{
    /// <summary>When it came to be: the exact deadline, or the receive time of the signal.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The colour from then on.</summary>
    public required Colour Colour { get; init; }

    /// <summary>The problem from then on.</summary>
    public required Problem Problem { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>How many slots or periods have been missed without a success between.</summary>
    public int MissedCount { get; init; }

    /// <summary>What the signal that caused it said at its end, when it said so.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>Whether it was judged while a node could not be heard.</summary>
    public bool Unconfirmed { get; init; }
}
