namespace Vigilant.Contracts;

/// <summary>What is counted of the runs that have something in common.</summary>
public sealed record RunGroup
{
    /// <summary>What they have in common: the job, the state, the beginning of the hour.</summary>
    public required string Key { get; init; }

    /// <summary>How many there are of each state; those that are none are left out.</summary>
    public required IReadOnlyDictionary<string, long> States { get; init; }

    /// <summary>How many came to each end; those that are none are left out.</summary>
    public required IReadOnlyDictionary<string, long> Ended { get; init; }

    /// <summary>From start to end.</summary>
    public required LengthSummary DurationMs { get; init; }

    /// <summary>From making to start.</summary>
    public required LengthSummary WaitMs { get; init; }
}
