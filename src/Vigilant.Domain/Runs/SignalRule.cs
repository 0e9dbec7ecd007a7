using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>What a signal makes of a job. Signals are folded in the order of their receive times.</summary>
public static class SignalRule
{
    /// <summary>Folds one signal into a job's state; what must be written beside it is added to <paramref name="facts"/>.</summary>
    /// <param name="ended">The run that already ended under the signal's run id, if one is remembered.</param>
    /// <param name="gaps">The times in which signals could not be accepted; null: none is known of.</param>
    /// <returns>The new state, and the run that the signal belongs to.</returns>
    public static (JobState State, Guid? Run) Apply(
        JobState state, Expectation expectation, in Signal signal, EndedRun? ended, ICollection<Fact> facts, IReadOnlyList<Gap>? gaps = null)
    {
        var awake = Arming.Wake(state, expectation, signal.At);
        var success = Success.Plain;
        var (folded, run) = signal.Kind switch
        {
            SignalKind.Started => Start(awake, signal, ended, facts),
            SignalKind.Succeeded or SignalKind.Failed => End(awake, expectation, signal, ended, facts, gaps ?? [], out success),
            _ => ShowLife(awake, signal, facts),
        };
        return (Conclude(state, folded, expectation, signal, run, success, facts), run);
    }

    /// <summary>What every signal changes, whatever it is about: counts, deadlines, health, and whether Alerts must hear of it.</summary>
    internal static JobState Conclude(
        JobState state, JobState folded, Expectation expectation, in Signal signal, Guid? run, Success success, ICollection<Fact> facts)
    {
        var counted = folded with
        {
            SignalCount = state.SignalCount + 1,
            LastSignalAt = Later(state.LastSignalAt, signal.At),
        };
        var armed = Arming.Arm(counted, expectation, signal.At, run is { } id ? counted.Active.Find(id) : null);
        var after = HealthRule.Judge(armed, expectation, signal.At, Told(state, counted, expectation, signal, success));
        Tell(state, after, signal, run, facts);
        return after;
    }

    static (JobState State, Guid? Run) Start(JobState state, in Signal signal, EndedRun? ended, ICollection<Fact> facts)
    {
        if (IsRepeat(signal, ended))
        {
            return (state, RunOf(ended));
        }

        var going = signal.Rid is null ? null : state.Active.Find(signal.Rid);
        if (going is not null)
        {
            return ShowLife(state, signal, facts);
        }

        var freed = signal.Rid is null ? Supersede(state, signal, facts) : state;
        var run = new ActiveRun(signal.Id, signal.Rid, signal.At, signal.At) { MadeAt = signal.At };
        facts.Add(new Fact.RunStarted(run));
        return (freed with { Active = freed.Active.With(run) }, run.Id);
    }

    // Without a run id a job is taken to run one at a time: a second start says that the first run's end was lost.
    static JobState Supersede(JobState state, in Signal signal, ICollection<Fact> facts)
    {
        if (state.Active.Unnamed is not { } lost)
        {
            return state;
        }

        facts.Add(new Fact.RunEnded(lost, RunState.Unknown, signal.At, null, null, "the next start came before its end"));
        return state with { Active = state.Active.Without(lost), Strip = state.Strip.With(RunState.Unknown) };
    }

    static (JobState State, Guid? Run) ShowLife(JobState state, in Signal signal, ICollection<Fact> facts)
    {
        if (state.Active.About(signal.Rid) is not { } run)
        {
            return (state, null);
        }

        var alive = run with { LastSignAt = signal.At, Mark = run.Mark == RunMark.Stalled ? RunMark.None : run.Mark };
        facts.Add(new Fact.RunChanged(alive));
        return (state with { Active = state.Active.With(alive) }, run.Id);
    }

    static (JobState State, Guid? Run) End(
        JobState state, Expectation expectation, in Signal signal, EndedRun? ended, ICollection<Fact> facts, IReadOnlyList<Gap> gaps,
        out Success success)
    {
        success = Success.Plain;
        var run = state.Active.About(signal.Rid);
        if (run is null && IsRepeat(signal, ended))
        {
            return (state with { LastOutcomeAt = Later(state.LastOutcomeAt, signal.At) }, RunOf(ended));
        }

        if (run is null && WasRemoved(signal, ended))
        {
            return (state, null);
        }

        var succeeded = signal.Kind == SignalKind.Succeeded;
        var outcome = succeeded ? RunState.Succeeded : RunState.Failed;
        var id = run?.Id ?? signal.Id;
        var (slotted, slot) = SlotRule.Take(state, expectation, run?.StartedAt ?? signal.At, succeeded, id, facts);
        success = succeeded && run is not null ? SuccessRule.Judge(run, expectation, signal, gaps) : Success.Plain;
        var reason = succeeded ? success.Why : FailedBecause(signal);
        facts.Add(run is null
            ? new Fact.RunTold(id, signal.Rid, outcome, signal.At, slot, signal.ExitStatus, reason)
            : new Fact.RunEnded(success.Of(run), outcome, signal.At, slot, signal.ExitStatus, reason));
        return (WithOutcome(slotted, run, outcome, success, signal.At), id);
    }

    internal static JobState WithOutcome(
        JobState state, ActiveRun? run, RunState outcome, Success success, DateTimeOffset at) => state with
        {
            Active = run is null ? state.Active : state.Active.Without(run),
            LastOutcome = outcome == RunState.Succeeded ? success.Outcome : Outcome.Failed,
            LastOutcomeAt = Later(state.LastOutcomeAt, at),
            LastSuccessAt = outcome == RunState.Succeeded ? Later(state.LastSuccessAt, at) : state.LastSuccessAt,
            MissedCount = 0,
            MissedSince = null,
            Strip = state.Strip.With(outcome),
        };

    // A client that got no answer sends again with the same run id. Later than that, the id is simply used again.
    static bool IsRepeat(in Signal signal, EndedRun? ended) =>
        ended is { } run && signal.At - run.EndedAt < Gap.RetryAllowance;

    // An end that comes late for a run that is gone makes no new one. A start is taken for a new use of the id, as ever.
    static bool WasRemoved(in Signal signal, EndedRun? ended) =>
        ended is { RemovedAt: not null } run && signal.At - run.EndedAt < EndedRun.Remembered;

    // A signal of a removed run is kept as the job's own.
    static Guid? RunOf(EndedRun? ended) => ended is { RemovedAt: null } run ? run.Id : null;

    static string? Told(JobState before, JobState after, Expectation expectation, in Signal signal, Success success) => signal.Kind switch
    {
        // A repeat changed nothing, so it gives no reason either.
        SignalKind.Failed when after.LastOutcome != Outcome.Failed => null,
        SignalKind.Succeeded when after.LastOutcome != success.Outcome => null,
        SignalKind.Succeeded when success.Outcome != Outcome.Succeeded => success.Why,
        SignalKind.Succeeded when success.Why is { } also =>
            $"{Told(before, after, expectation, signal, Success.Plain)}, {also}",
        SignalKind.Succeeded when WasOnTime(before, signal) => "succeeded on time, and was heard of late",
        SignalKind.Succeeded when Missed(before, expectation, signal.At) is var missed and > 0 =>
            $"succeeded after {Words.Count(missed, "missed run")}",
        SignalKind.Succeeded => "succeeded",
        SignalKind.Failed => FailedBecause(signal),
        _ => null,
    };

    static void Tell(JobState before, JobState after, in Signal signal, Guid? run, ICollection<Fact> facts)
    {
        var again = signal.Kind switch
        {
            SignalKind.Failed => after.Problem == Problem.Failed,
            SignalKind.Succeeded => after.Problem is Problem.Partial or Problem.TooFast,
            _ => false,
        };
        if (after.Problem != before.Problem || again)
        {
            var missed = after.Problem == Problem.None ? before.MissedCount : after.MissedCount;
            facts.Add(new Fact.Verdict(signal.At, missed, run, signal.Id, Unconfirmed: false));
        }
    }

    static bool WasOnTime(JobState before, in Signal signal) => before.MissedCount > 0 && signal.At <= before.MissedSince;

    /// <summary>A rolling expectation is missed once; how many periods passed is told when the silence ends.</summary>
    static int Missed(JobState before, Expectation expectation, DateTimeOffset at) =>
        before is { MissedCount: > 0, MissedSince: { } since } && expectation.Period is { } period
            ? before.MissedCount + (int)Math.Min(1_000_000, (at - since) / period)
            : before.MissedCount;

    internal static string FailedBecause(in Signal signal) =>
        signal.ExitStatus is { } status and not 0 ? $"failed with exit status {status}" : "failed";

    static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
