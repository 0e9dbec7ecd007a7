using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>When silence would become a signal.</summary>
static class Arming
{
    /// <summary>A pause that has run out ends by itself: the expectation starts anew at its end.</summary>
    public static JobState Wake(JobState state, Expectation expectation, DateTimeOffset at) =>
        expectation is { Paused: true, PausedUntil: { } until } && until <= at && !(state.ArmedAt >= until)
            ? Anew(state, until)
            : state;

    /// <summary>A rolling expectation counts from <paramref name="at"/>; of the slots, those after it are awaited.</summary>
    public static JobState Anew(JobState state, DateTimeOffset at) =>
        state with { ArmedAt = at, SlotsUntil = at, Slots = [] };

    /// <summary>
    /// Sets due time and deadline. The alarm may stay earlier than any deadline and is lowered only when it must be: that keeps
    /// a ping from moving a row in the index of alarms.
    /// </summary>
    /// <param name="touched">The run in progress that the signal was about: only its deadlines may have come nearer.</param>
    public static JobState Arm(JobState state, Expectation expectation, DateTimeOffset at, ActiveRun? touched)
    {
        if (!expectation.WatchesAt(at))
        {
            return ArmExactly(state, expectation, at);
        }

        var due = Due(state, expectation);
        var deadline = due + expectation.Grace;
        var alarm = Earlier(deadline, touched is null ? null : DeadlineOf(touched, expectation));
        return state with { DueAt = due, DeadlineAt = deadline, AlarmAt = Earlier(state.AlarmAt, alarm) };
    }

    /// <summary>Sets due time, deadline and alarm to what they truly are.</summary>
    public static JobState ArmExactly(JobState state, Expectation expectation, DateTimeOffset at)
    {
        var armed = ArmJob(state, expectation, at);
        return expectation.WatchesAt(at) ? armed with { AlarmAt = Earlier(armed.AlarmAt, DeadlineOf(armed.Active, expectation)) } : armed;
    }

    /// <summary>The same, but for the deadlines of runs, which the alarm does not know of then.</summary>
    public static JobState ArmJob(JobState state, Expectation expectation, DateTimeOffset at)
    {
        if (!expectation.WatchesAt(at))
        {
            return state with { DueAt = null, DeadlineAt = null, AlarmAt = expectation.Enabled ? expectation.PausedUntil : null };
        }

        var due = Due(state, expectation);
        var deadline = due + expectation.Grace;
        return state with { DueAt = due, DeadlineAt = deadline, AlarmAt = deadline };
    }

    /// <summary>Where a rolling expectation counts from.</summary>
    public static DateTimeOffset? Anchor(JobState state) =>
        state.ArmedAt is null || state.LastOutcomeAt > state.ArmedAt ? state.LastOutcomeAt : state.ArmedAt;

    static DateTimeOffset? Due(JobState state, Expectation expectation) => expectation switch
    {
        { Schedule: null } => null,
        { Period: { } period } => state.MissedCount > 0 ? null : Anchor(state) + period,
        _ => SlotRule.FirstAwaited(state, expectation),
    };

    /// <summary>The earliest moment at which time makes something of one of the runs.</summary>
    public static DateTimeOffset? DeadlineOf(ActiveRuns active, Expectation expectation)
    {
        var earliest = expectation.MaxWait is { } longest ? active.Waiting.FirstOrDefault()?.WaitsSince + longest : null;
        return expectation.WatchesStarted
            ? active.Started.Aggregate(earliest, (before, run) => Earlier(before, DeadlineOf(run, expectation)))
            : earliest;
    }

    static DateTimeOffset? DeadlineOf(ActiveRun run, Expectation expectation) => run switch
    {
        { StartedAt: null, Mark: RunMark.Waiting } => null,
        { StartedAt: null } => run.WaitsSince + expectation.MaxWait,
        { Mark: RunMark.None } => Earlier(
            run.StartedAt + expectation.MaxRuntime,
            Earlier(run.LastSignAt + expectation.Heartbeat, run.UnchangedSince + expectation.Progress)),
        { Mark: RunMark.Overrun } => null,
        _ => run.StartedAt + expectation.MaxRuntime,
    };

    static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
