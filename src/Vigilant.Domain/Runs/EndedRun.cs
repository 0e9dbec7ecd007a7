namespace Vigilant.Domain.Runs;

/// <summary>A run that has ended and is remembered by its id or the sender's.</summary>
/// <param name="RetryRequested">Somebody asked that it be tried anew, and no run has answered that.</param>
/// <param name="RemovedAt">When its row was removed; null: it was not.</param>
public readonly record struct EndedRun(
    Guid Id, DateTimeOffset EndedAt, RunState State, bool RetryRequested = false, DateTimeOffset? RemovedAt = null)
{
    /// <summary>How long the sender's id of a run is remembered after its end, and after its removal.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);
}
