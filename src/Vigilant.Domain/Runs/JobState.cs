using System.Collections.Immutable;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Domain.Runs;

/// <summary>What the rules folded out of all signals of a job, and what they need to judge the next one.</summary>
public sealed record JobState
{
    /// <summary>A rolling expectation counts from here when no outcome came since.</summary>
    public DateTimeOffset? ArmedAt { get; init; }

    /// <summary>How many signals came.</summary>
    public long SignalCount { get; init; }

    /// <summary>When the last signal was received.</summary>
    public DateTimeOffset? LastSignalAt { get; init; }

    /// <summary>How the last run ended.</summary>
    public Outcome LastOutcome { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? LastOutcomeAt { get; init; }

    /// <summary>When a run last ended well.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>How many slots or periods passed without a run since the last outcome.</summary>
    public int MissedCount { get; init; }

    /// <summary>The deadline of the first of them.</summary>
    public DateTimeOffset? MissedSince { get; init; }

    /// <summary>Every slot up to here is decided.</summary>
    public DateTimeOffset? SlotsUntil { get; init; }

    /// <summary>Slots after <see cref="SlotsUntil"/> for which a run has come already: met, or tried and failed.</summary>
    public ImmutableArray<OpenSlot> Slots { get; init; } = [];

    /// <summary>The runs in progress.</summary>
    public ActiveRuns Active { get; init; } = ActiveRuns.None;

    /// <summary>The job's health.</summary>
    public Health Health { get; init; } = Health.NeverRan(default);

    /// <summary>What is wrong.</summary>
    public Problem Problem { get; init; }

    /// <summary>When the next success is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When its absence becomes a signal.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>A lower bound of every deadline of the job and its runs; when it passes, the true ones are looked at.</summary>
    public DateTimeOffset? AlarmAt { get; init; }

    /// <summary>The states of the last runs, newest last.</summary>
    public Strip Strip { get; init; }

    /// <summary>What was counted of its runs and not yet put down elsewhere.</summary>
    public RunTally Tally { get; init; }
}
