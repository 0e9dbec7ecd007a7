namespace Vigilant.Contracts;

/// <summary>An alert at the moment of a message.</summary>
public sealed record AlertSnapshot
{
    /// <summary>Stays the same for the life of the alert.</summary>
    public required Guid Id { get; init; }

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

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>signal, pause, change, deletion, or who resolved it by hand.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>How it ended, in words.</summary>
    public string? Resolution { get; init; }

    /// <summary>How many slots or periods were missed so far.</summary>
    public required int MissedCount { get; init; }

    /// <summary>Whether it was judged while a part of the server could not be heard.</summary>
    public required bool Unconfirmed { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }
}
