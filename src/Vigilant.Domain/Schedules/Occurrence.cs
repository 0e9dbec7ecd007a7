namespace Vigilant.Domain.Schedules;

/// <summary>One time at which a job is expected.</summary>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Note">What a change of the clocks did to it: "first of two 02:30 (clocks go back)"; else null.</param>
public sealed record Occurrence(DateTimeOffset At, string? Note);
