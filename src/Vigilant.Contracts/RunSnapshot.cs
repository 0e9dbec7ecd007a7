namespace Vigilant.Contracts;

/// <summary>A run at the moment of a message.</summary>
/// <param name="State">Its state in one word.</param>
/// <param name="StartedAt">Null when nobody said that it started.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="DurationMs">From start to end, in milliseconds; null when one of them is not known.</param>
/// <param name="ExitStatus">What it ended with, when it said so.</param>
public sealed record RunSnapshot(
    string State,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    long? DurationMs,
    int? ExitStatus);
