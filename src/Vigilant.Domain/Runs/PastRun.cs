namespace Vigilant.Domain.Runs;

/// <summary>What a run that succeeded says of the limits of those to come; null: it says nothing of that.</summary>
/// <param name="Took">From its start to its end.</param>
/// <param name="Waited">From its queueing, or else its making, to its start.</param>
/// <param name="LongestSilence">The longest time between two of its signs of life.</param>
/// <param name="Late">How long after its time it succeeded.</param>
public readonly record struct PastRun(TimeSpan? Took, TimeSpan? Waited, TimeSpan? LongestSilence, TimeSpan? Late);
