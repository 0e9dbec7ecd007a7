namespace Vigilant.Server.Runs.Operations;

/// <summary>What became of the runs of a chunk: how many were changed, and why the others were not.</summary>
sealed record Tally(long Changed, IReadOnlyDictionary<string, long> Skipped);
