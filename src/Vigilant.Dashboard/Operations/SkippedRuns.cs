namespace Vigilant.Dashboard.Operations;

/// <summary>How many runs an operation did not change, for one reason.</summary>
public sealed record SkippedRuns(string Why, long Count);
