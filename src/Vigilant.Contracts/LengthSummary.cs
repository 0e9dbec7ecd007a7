namespace Vigilant.Contracts;

/// <summary>Lengths in milliseconds. Percentiles are exact to a sixteenth.</summary>
/// <param name="Count">How many were measured; of none, the rest is absent.</param>
public sealed record LengthSummary(
    long Count, long? Min = null, double? Mean = null, long? Max = null, long? P50 = null, long? P95 = null, long? P99 = null);
