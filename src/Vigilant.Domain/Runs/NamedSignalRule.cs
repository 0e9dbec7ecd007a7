using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>
/// What a signal that names its run makes of it: created, queued, started, ended, in this order or with some left out, and from
/// the beginning again with each attempt. A run that has ended is never opened again.
/// </summary>
public static class NamedSignalRule
{
    /// <summary>Folds one signal; what must be written beside the state is added to <paramref name="facts"/>.</summary>
    /// <param name="ended">The run of this name, if it has ended and is remembered.</param>
    /// <param name="gaps">The times in which signals could not be accepted; null: none is known of.</param>
    public static (JobState State, SignalOutcome Outcome) Apply(
        JobState state, Expectation expectation, in Signal signal, EndedRun? ended, ICollection<Fact> facts, IReadOnlyList<Gap>? gaps = null)
    {
        var awake = Arming.Wake(state, expectation, signal.At);
        var run = signal.Run is { } id ? awake.Active.Find(id) : signal.Rid is { } rid ? awake.Active.Find(rid) : null;
        if (run is null && ended is { } gone)
        {
            return (state, After(gone, signal));
        }

        if (run is null && (signal.Run is not null || signal.Kind == SignalKind.KillRequested))
        {
            return (state, new SignalOutcome.NoSuchRun());
        }

        var at = signal.At;
        var isNew = run is null;
        var known = run ?? new ActiveRun(signal.Id, signal.Rid, null, at)
        {
            State = RunState.Created,
            MadeAt = at,
            IsNamed = true,
            Attempt = Math.Max(1, signal.Attempt ?? 1),
        };
        var before = signal.Tracking is { } tracking ? known with { Tracking = tracking } : known;
        if (Illegal(before, isNew, signal) is { } why)
        {
            return (state, new SignalOutcome.Refused(why));
        }

        var over = EndOf(signal) is { } end && !IsTriedAgain(before, signal, end) ? end : (RunState?)null;
        var success = over == RunState.Succeeded ? SuccessRule.Judge(before, expectation, signal, gaps ?? []) : Success.Plain;
        var (folded, now) = over is { } last
            ? (End(awake, expectation, before, isNew, last, success, signal, facts), last)
            : GoOn(awake, before, isNew, signal, facts);
        return (
            SignalRule.Conclude(state, folded, expectation, signal, before.Id, success, facts),
            new SignalOutcome.Taken(before.Id, now, isNew) { KillRequested = folded.Active.Find(before.Id)?.KillRequestedAt is not null });
    }

    // A client that got no answer sends again: what asks for what already is, is no mistake.
    static SignalOutcome After(EndedRun over, in Signal signal) =>
        over.RemovedAt is not null
            ? new SignalOutcome.Removed(over.Id)
            : signal.Kind == SignalKind.Created || EndOf(signal) == over.State
                ? new SignalOutcome.Taken(over.Id, over.State, IsNew: false) { RetryRequested = over.RetryRequested }
                : new SignalOutcome.Refused(
                    $"the run has ended: it is {over.State.Word()}; what comes after that is a new run"
                    + (over.RetryRequested ? "; somebody asked for a retry: make a run with its id in 'retry_of'" : ""));

    static RunState? EndOf(in Signal signal) => signal.Kind switch
    {
        SignalKind.Succeeded => RunState.Succeeded,
        SignalKind.Failed => RunState.Failed,
        SignalKind.Killed => RunState.Killed,
        SignalKind.Skipped => RunState.Skipped,
        _ => null,
    };

    static string? Illegal(ActiveRun run, bool isNew, in Signal signal) => signal.Kind switch
    {
        SignalKind.Skipped when run.State == RunState.Started => "the run has started, so it cannot be skipped; end it as killed",
        _ when signal.Attempt is { } attempt && attempt < run.Attempt =>
            $"the run is at attempt {run.Attempt}, and this is about attempt {attempt}, which is over",
        SignalKind.Queued when !isNew && run.State == RunState.Started && !(signal.Attempt > run.Attempt) =>
            "the run has started; a new attempt is queued with its number in 'attempt'",
        _ => null,
    };

    static bool IsTriedAgain(ActiveRun run, in Signal signal, RunState end) =>
        end == RunState.Failed && (signal.Final is { } final ? !final : (signal.Attempt ?? run.Attempt) < signal.MaxAttempts);

    static JobState End(
        JobState state, Expectation expectation, ActiveRun run, bool isNew, RunState end, Success success, in Signal signal,
        ICollection<Fact> facts)
    {
        var counts = end is RunState.Succeeded or RunState.Failed;
        DateTimeOffset? slot = null;
        if (counts)
        {
            (state, slot) = SlotRule.Take(state, expectation, run.StartedAt ?? signal.At, end == RunState.Succeeded, run.Id, facts);
        }

        var reason = end == RunState.Failed ? SignalRule.FailedBecause(signal) : success.Why;
        var last = signal.Attempt is { } attempt ? run with { Attempt = attempt } : run;
        if (isNew)
        {
            facts.Add(new Fact.RunStarted(last));
        }

        facts.Add(new Fact.RunEnded(success.Of(last), end, signal.At, slot, signal.ExitStatus, reason));
        return counts
            ? SignalRule.WithOutcome(state, run, end, success, signal.At)
            : state with { Active = state.Active.Without(run), Strip = state.Strip.With(end) };
    }

    static (JobState State, RunState Now) GoOn(
        JobState state, ActiveRun run, bool isNew, in Signal signal, ICollection<Fact> facts)
    {
        var next = Next(run, signal);
        facts.Add(isNew ? new Fact.RunStarted(next) : new Fact.RunChanged(next));
        return (state with { Active = state.Active.With(next) }, next.State);
    }

    static ActiveRun Next(ActiveRun run, in Signal signal)
    {
        var alive = Alive(run, signal);
        var isNextTry = signal.Attempt > run.Attempt;
        return signal.Kind switch
        {
            SignalKind.Queued when isNextTry => Again(alive, signal.At) with { Attempt = signal.Attempt!.Value },
            SignalKind.Queued when run.QueuedAt is null => alive with { State = RunState.Queued, QueuedAt = signal.At, Mark = RunMark.None },
            SignalKind.Queued => alive with { State = RunState.Queued },
            SignalKind.Started when isNextTry || run.State != RunState.Started => alive with
            {
                State = RunState.Started,
                StartedAt = signal.At,
                Attempt = signal.Attempt ?? run.Attempt,
                Work = isNextTry ? alive.Work.Again() : alive.Work,
                Mark = RunMark.None,
            },
            SignalKind.Failed => Again(alive, signal.At) with { Attempt = (signal.Attempt ?? run.Attempt) + 1 },
            SignalKind.KillRequested => run with { KillRequestedAt = run.KillRequestedAt ?? signal.At },
            _ => alive,
        };
    }

    // A sign of life is no progress.
    static ActiveRun Alive(ActiveRun run, in Signal signal)
    {
        var work = signal.Work is { } told ? run.Work.With(told, signal.At) : run.Work;
        var isLifted = run.Mark == RunMark.Stalled || (run.Mark == RunMark.Unchanged && work.ChangedAt != run.Work.ChangedAt);
        return run with { LastSignAt = signal.At, Work = work, Mark = isLifted ? RunMark.None : run.Mark };
    }

    // A kill request is kept: whoever asked for it did not ask for one attempt.
    static ActiveRun Again(ActiveRun run, DateTimeOffset at) =>
        run with
        {
            State = RunState.Queued,
            QueuedAt = at,
            StartedAt = null,
            Work = run.Work.Again(),
            Mark = RunMark.None,
        };
}
