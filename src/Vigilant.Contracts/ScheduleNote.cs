namespace Vigilant.Contracts;

/// <summary>What a change of the clocks does to one time of a schedule.</summary>
/// <param name="At">Which of the times.</param>
/// <param name="Note">In words.</param>
public sealed record ScheduleNote(DateTimeOffset At, string Note);
