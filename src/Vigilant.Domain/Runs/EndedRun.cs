namespace Vigilant.Domain.Runs;

/// <summary>A run that has ended and is remembered by its id or the sender's.</summary>
public readonly record struct EndedRun(Guid Id, DateTimeOffset EndedAt, RunState State);
