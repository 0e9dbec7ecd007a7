namespace Vigilant.Domain.Runs;

/// <summary>A run that has ended and is remembered by its id or the sender's.</summary>
/// <param name="RetryRequested">Somebody asked that it be tried anew, and no run has answered that.</param>
public readonly record struct EndedRun(Guid Id, DateTimeOffset EndedAt, RunState State, bool RetryRequested = false);
