namespace Vigilant.Domain.Runs;

/// <summary>A run in progress.</summary>
/// <param name="Id">Minted by the server.</param>
/// <param name="Rid">The sender's own run id; null: the job is taken to run one at a time.</param>
/// <param name="StartedAt">When the start of its present attempt was received; null: it waits.</param>
/// <param name="LastSignAt">When its last sign of life was received.</param>
/// <param name="Mark">What is wrong with it.</param>
public sealed record ActiveRun(
    Guid Id, string? Rid, DateTimeOffset? StartedAt, DateTimeOffset LastSignAt, RunMark Mark = RunMark.None)
{
    /// <summary>Created, queued or started.</summary>
    public RunState State { get; init; } = RunState.Started;

    /// <summary>When it was first told of.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When its present attempt was put into a queue.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>Which try this is, beginning with 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether it is kept when it has ended, where it differs from its job.</summary>
    public Tracking? Tracking { get; init; }

    /// <summary>When somebody first asked that it be killed.</summary>
    public DateTimeOffset? KillRequestedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public RunWork Work { get; init; } = RunWork.None;

    /// <summary>Since when it waits, while it has not started.</summary>
    public DateTimeOffset WaitsSince => QueuedAt ?? MadeAt;

    /// <summary>Since when its progress is what it is; null: it has not started.</summary>
    public DateTimeOffset? UnchangedSince => Work.ChangedAt > StartedAt ? Work.ChangedAt : StartedAt;

    /// <summary>Its signals name it, by its id or the sender's; a signal that names no run is not about it.</summary>
    public bool IsNamed { get; init; } = Rid is not null;
}
