namespace Vigilant.Contracts;

/// <summary>How many runs there are, how many ended, how long they took and waited.</summary>
public sealed record RunStatistics
{
    /// <summary>From when, in whole hours or days of UTC; null: from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, not included; null: until now.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>counts: from what was counted, exactly. rows: from the runs themselves, 10,000 at most.</summary>
    public required string Source { get; init; }

    /// <summary>How many runs were looked at, where they were: the newest.</summary>
    public int? Rows { get; init; }

    /// <summary>Others may match that were not looked at; absent where all were counted.</summary>
    public bool? IsPart { get; init; }

    /// <summary>How many there are of each state, by the time of their making.</summary>
    public required IReadOnlyDictionary<string, long> States { get; init; }

    /// <summary>How many came to each end, by the time of their end: also those that are removed or were not kept.</summary>
    public required IReadOnlyDictionary<string, long> Ended { get; init; }

    /// <summary>From start to end, of those that ended.</summary>
    public required LengthSummary DurationMs { get; init; }

    /// <summary>From making to start, of those that ended.</summary>
    public required LengthSummary WaitMs { get; init; }

    /// <summary>The same for each group, where groups are asked for; hours and days in their order, others by their number of runs.</summary>
    public IReadOnlyList<RunGroup>? Groups { get; init; }
}
