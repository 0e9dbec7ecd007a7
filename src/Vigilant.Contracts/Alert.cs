namespace Vigilant.Contracts;

/// <summary>A problem of a job: one is open at a time.</summary>
public sealed record Alert
{
    /// <summary>Stays the same for the life of the alert.</summary>
    public required Guid Id { get; init; }

    /// <summary>The job as <c>service/name</c>; <c>(deleted)</c> when it is gone.</summary>
    public required string Job { get; init; }

    /// <summary>The id of the job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>Where the job runs; empty when it is gone.</summary>
    public required string Environment { get; init; }

    /// <summary>firing, acknowledged or resolved.</summary>
    public required string State { get; init; }

    /// <summary>Why: transient, permanent, configuration, input, missed, overrun, stalled, waiting, partial or killed.</summary>
    public required string Class { get; init; }

    /// <summary>info, warning, critical or fatal.</summary>
    public required string Severity { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The deadline that passed, or the receive time of the signal.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many slots or periods were missed so far.</summary>
    public required int MissedCount { get; init; }

    /// <summary>Whether it was judged while a part of the server could not be heard.</summary>
    public required bool Unconfirmed { get; init; }

    /// <summary>When somebody said that they look at it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who said so.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>What they wrote when they acknowledged or resolved it.</summary>
    public string? Note { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>signal, pause, change, deletion, or who resolved it by hand.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>How it ended, in words.</summary>
    public string? Resolution { get; init; }
}
