using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Runs;

/// <summary>Everything that is known of one run.</summary>
/// <param name="Times">Those that it has, in their order: the word of each, and when.</param>
/// <param name="Named">Host, queue, foreign ids: by name.</param>
/// <param name="Data">As it was sent, laid out.</param>
public sealed record RunDetails(
    Guid Id,
    Guid JobId,
    string Service,
    string Job,
    string Environment,
    RunState State,
    string? Rid,
    int Attempt,
    double? Progress,
    string? Reason,
    int? ExitStatus,
    ValueList<RunMoment> Times,
    KillRequest? Kill,
    ValueList<Named> Arguments,
    ValueList<Named> Resources,
    ValueList<Named> Named,
    ValueList<RunStep> Steps,
    ValueList<RunError> Errors,
    ValueList<RunAttempt> Attempts,
    string? Data,
    ValueList<SignalRow> Signals,
    Guid? Older,
    Guid? Newer)
{
    /// <summary>Somebody wants it to stay.</summary>
    public Pinned? Pinned { get; init; }

    /// <summary>How long a run of this job takes usually.</summary>
    public TimeSpan? Usual { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsActive => RunStates.Active.Contains(State);

    public TimeSpan? Took => EndedAt - StartedAt;

    /// <summary>What is wrong with it beside its state.</summary>
    public RunMark Mark { get; init; }

    /// <summary>Since when it waits, its progress is what it is, or it gave no sign of life, as its mark says.</summary>
    public DateTimeOffset? MarkedSince { get; init; }
}

/// <summary>When a run came into a state.</summary>
public sealed record RunMoment(string Word, DateTimeOffset At);

/// <summary>Somebody asked that the run be killed.</summary>
public sealed record KillRequest(DateTimeOffset At, string? Who, string? Why);

/// <summary>Somebody's word that a run is to stay.</summary>
public sealed record Pinned(DateTimeOffset At, string Who, string Why);

/// <summary>A value and its name.</summary>
/// <param name="Term">The field by which runs with this value are searched for; null: they are not.</param>
public sealed record Named(string Name, string Value, string? Term = null);

/// <summary>A step of a run, and how far it has come.</summary>
public sealed record RunStep(string Name, double? Progress);

/// <summary>Something that went wrong.</summary>
/// <param name="Fingerprint">What it has in common with others.</param>
public sealed record RunError(DateTimeOffset? At, int Attempt, string Text, string Fingerprint);

/// <summary>A try that failed while the run went on.</summary>
public sealed record RunAttempt(int Number, DateTimeOffset? StartedAt, DateTimeOffset? FailedAt, int? ExitStatus);
