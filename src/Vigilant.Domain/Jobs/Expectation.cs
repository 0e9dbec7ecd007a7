using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Jobs;

/// <summary>What should happen with a job: what its settings and its pause come to, as the rules read it.</summary>
/// <param name="Schedule">A <see cref="Schedules.Period"/> rolls from the last outcome; anything else has slots; null: on demand.</param>
/// <param name="Grace">How long after its due time a success may still come.</param>
/// <param name="Early">How long before its slot a success already meets it.</param>
/// <param name="MaxRuntime">From a run's start, absolute; null: any length.</param>
/// <param name="Heartbeat">The longest time between two signs of life of a run; null: none are awaited.</param>
/// <param name="Enabled">False: nothing is expected and nothing is watched.</param>
/// <param name="Paused">True: somebody stopped the expectation for a while.</param>
/// <param name="PausedUntil">When the pause ends by itself; null: when somebody resumes it.</param>
/// <param name="PauseReason">Who paused it and why, for the reason of its health.</param>
public sealed record Expectation(
    Schedule? Schedule,
    TimeSpan Grace,
    TimeSpan Early,
    TimeSpan? MaxRuntime = null,
    TimeSpan? Heartbeat = null,
    bool Enabled = true,
    bool Paused = false,
    DateTimeOffset? PausedUntil = null,
    string? PauseReason = null)
{
    /// <summary>How long a run may wait for its start; null: any length.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>The longest time in which the progress of a run may stay the same; null: any length.</summary>
    public TimeSpan? Progress { get; init; }

    /// <summary>What a run that did its work takes at least; null: any length.</summary>
    public TimeSpan? MinRuntime { get; init; }

    /// <summary>How many of its items may have failed for a success to count; null: any number.</summary>
    public PartialTolerance? Tolerance { get; init; }

    /// <summary>Whether silence is watched at an instant.</summary>
    public bool WatchesAt(DateTimeOffset at) => Enabled && !IsPausedAt(at);

    /// <summary>Whether somebody's pause holds at an instant.</summary>
    public bool IsPausedAt(DateTimeOffset at) => Paused && (PausedUntil is null || at < PausedUntil);

    /// <summary>The period of a rolling expectation; null when the schedule has slots or there is none.</summary>
    public TimeSpan? Period => (Schedule as Schedules.Period)?.Length;

    /// <summary>Whether anything is expected of runs that have started.</summary>
    public bool WatchesStarted => MaxRuntime is not null || Heartbeat is not null || Progress is not null;

    /// <summary>Whether the schedule has slots.</summary>
    public bool HasSlots => Schedule is not (null or Schedules.Period);
}
