using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Vigilant.Domain.Detection;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Rows;

namespace Vigilant.Server.Runs;

/// <summary>One job's part of a batch: what came for it, and what the rules made of it.</summary>
/// <param name="facts">Empty, and empty again after each fold: one list serves all jobs of a batch.</param>
sealed class JobWork(CachedJob before, List<Fact> facts)
{
    List<(IncomingSignal, Guid?)>? _otherSignals;
    List<RunRow>? _newRuns;
    List<Fact.RunEnded>? _endedRuns;
    List<Guid>? _goneRuns;
    HashSet<Guid>? _begun;
    Dictionary<Guid, ActiveRun>? _active;
    Dictionary<Guid, RunDetails>? _details;
    Dictionary<Guid, DateTimeOffset?>? _keeps;
    HashSet<Guid>? _dropped;
    Dictionary<string, EndedRun>? _keys;
    Dictionary<Guid, Guid>? _retries;
    Dictionary<Guid, EndedRun>? _over;
    Dictionary<DateTimeOffset, (Fact.SlotChanged Slot, DateTimeOffset At)>? _slots;
    List<(Fact.Verdict, JobState, DateTimeOffset)>? _verdicts;
    List<TallyChange>? _counted;
    RunTally? _full;

    public CachedJob Before => before;

    public Guid JobId => before.JobId;

    public JobState State { get; private set; } = before.State;

    public CachedJob After => before with { Version = before.Version + 1, State = State };

    /// <summary>The signals that are no run by themselves, and the runs they belong to.</summary>
    public ReadOnlySpan<(IncomingSignal Signal, Guid? Run)> OtherSignals => CollectionsMarshal.AsSpan(_otherSignals);

    /// <summary>Those that were never in progress.</summary>
    public ReadOnlySpan<RunRow> NewRuns => CollectionsMarshal.AsSpan(_newRuns);

    public ReadOnlySpan<Fact.RunEnded> EndedRuns => CollectionsMarshal.AsSpan(_endedRuns);

    /// <summary>Those that were in progress before this batch, and no longer are.</summary>
    public ReadOnlySpan<Guid> GoneRuns => CollectionsMarshal.AsSpan(_goneRuns);

    /// <summary>Those that ended and are not kept: nothing of them stays but their keys.</summary>
    public IReadOnlyCollection<Guid> DroppedRuns => _dropped is null ? [] : _dropped;

    /// <summary>Those that said how long they are kept, and until when that is; null: until somebody removes them.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset?> Keeps =>
        _keeps is null ? ReadOnlyDictionary<Guid, DateTimeOffset?>.Empty : _keeps;

    public IReadOnlyCollection<ActiveRun> ActiveRuns => _active is null ? [] : _active.Values;

    public IReadOnlyDictionary<string, EndedRun> Keys =>
        _keys is null ? ReadOnlyDictionary<string, EndedRun>.Empty : _keys;

    /// <summary>Runs that have ended, each with the run that tries it anew.</summary>
    public IReadOnlyDictionary<Guid, Guid> Retries =>
        _retries is null ? ReadOnlyDictionary<Guid, Guid>.Empty : _retries;

    public IReadOnlyCollection<(Fact.SlotChanged Slot, DateTimeOffset At)> Slots => _slots is null ? [] : _slots.Values;

    public ReadOnlySpan<(Fact.Verdict Verdict, JobState State, DateTimeOffset At)> Verdicts => CollectionsMarshal.AsSpan(_verdicts);

    /// <summary>What this batch says of a run beyond its states and times.</summary>
    public RunDetails? DetailsOf(Guid run) => _details?.GetValueOrDefault(run);

    /// <summary>Puts what was counted into the state, and answers a tally that is to leave it.</summary>
    public RunTally? CountRuns()
    {
        if (_counted is not null)
        {
            var tally = State.Tally;
            if (tally.IsFull(_counted[^1].Key.Hour))
            {
                (_full, tally) = (tally, default);
            }

            State = State with { Tally = tally.With(_counted) };
            _counted = null;
        }

        return _full;
    }

    /// <param name="gaps">The times in which a start could have been refused.</param>
    public void Fold(IncomingSignal signal, EndedRun? remembered, IReadOnlyList<Gap> gaps)
    {
        var ended = EndedHere(signal) ?? remembered;
        if (signal.IsNamed)
        {
            FoldNamed(signal, ended, gaps);
        }
        else
        {
            (State, var run) = SignalRule.Apply(State, before.Expectation, signal.ForRules(), ended, facts, gaps);
            var isWholeRun = run == signal.Id && signal.Kind is (SignalKind.Succeeded or SignalKind.Failed);
            if (!isWholeRun && KeepsSignal(run, ended))
            {
                (_otherSignals ??= []).Add((signal, run));
            }
        }

        Sort(signal.ReceivedAt, signal);
    }

    EndedRun? EndedHere(IncomingSignal signal) =>
        signal.Run is { } id ? _over is not null && _over.TryGetValue(id, out var over) ? over : null
        : signal.Rid is { } rid && _keys is not null && _keys.TryGetValue(rid, out var named) ? named
        : null;

    void FoldNamed(IncomingSignal signal, EndedRun? ended, IReadOnlyList<Gap> gaps)
    {
        var running = signal.Run is { } id ? State.Active.Find(id) : signal.Rid is { } rid ? State.Active.Find(rid) : null;
        (State, signal.Outcome) = NamedSignalRule.Apply(State, before.Expectation, signal.ForRules(), ended, facts, gaps);
        if (signal.Outcome is not SignalOutcome.Taken taken)
        {
            return;
        }

        if (signal.Body is not null && KeepsSignal(taken.Run, ended))
        {
            (_otherSignals ??= []).Add((signal, taken.Run));
        }

        var isOver = ended is not null && running is null;
        if (!isOver && signal.RetryOf is { } tried)
        {
            (_retries ??= [])[tried] = taken.Run;
        }

        if (signal.Keep is { } length && !isOver)
        {
            (_keeps ??= [])[taken.Run] = length == KeepLength.Forever ? null : TimeOrderedId.TimeOf(taken.Run) + length;
        }

        if (!isOver && RunDetails.Of(signal, running, taken.State) is { } more)
        {
            _details ??= [];
            _details[taken.Run] = _details.TryGetValue(taken.Run, out var details) ? details.With(more) : more;
        }
    }

    // A signal of a run that turns out to be dropped in this batch is left out when the batch is filled.
    bool KeepsSignal(Guid? run, EndedRun? ended)
    {
        var running = run is { } id ? State.Active.Find(id) : null;
        return (running?.Tracking ?? before.Tracking) switch
        {
            Tracking.Full => true,
            Tracking.Failures => running is not null || ended is not { State: RunState.Succeeded },
            _ => run is not null && running is null && ended is null,
        };
    }

    public void Fold(DeadlineLook look, IReadOnlyList<Gap> gaps)
    {
        State = DeadlineRule.Judge(State, before.Expectation, look.Line, look.Confirmed, gaps, facts);
        Sort(look.ReceivedAt);
    }

    public void Fold(Func<JobState, ICollection<Fact>, JobState> change, DateTimeOffset now)
    {
        State = change(State, facts);
        Sort(now);
    }

    void Sort(DateTimeOffset at, IncomingSignal? signal = null)
    {
        foreach (var fact in facts)
        {
            Sort(fact, at, signal);
        }

        facts.Clear();
    }

    void Sort(Fact fact, DateTimeOffset at, IncomingSignal? signal)
    {
        switch (fact)
        {
            case Fact.RunTold told:
                Tell(told, signal);
                break;
            case Fact.RunStarted started:
                (_begun ??= []).Add(started.Run.Id);
                (_active ??= [])[started.Run.Id] = started.Run;
                break;
            case Fact.RunChanged changed:
                (_active ??= [])[changed.Run.Id] = changed.Run;
                break;
            case Fact.RunEnded ended:
                End(ended);
                break;
            case Fact.SlotChanged slot:
                (_slots ??= [])[slot.Nominal] = (slot, at);
                break;
            case Fact.Verdict verdict:
                (_verdicts ??= []).Add((verdict, State, at));
                break;
        }
    }

    // Every end comes by here or by End, also where tracking keeps no row of it.
    void Tell(Fact.RunTold told, IncomingSignal? signal)
    {
        var id = told.Id == Guid.Empty ? TimeOrderedId.Mint(told.At, JobId) : told.Id;
        var isKept = TrackingRule.Keeps(before.Tracking, null, told.State);
        (_counted ??= []).Add(TallyChange.Told(told.At, told.State, isKept));
        if (isKept)
        {
            (_newRuns ??= []).Add(new RunRow(id, told, told.Id == signal?.Id ? signal : null));
        }

        Remember(told.Rid, new EndedRun(id, told.At, told.State));
    }

    // A run that begins and ends in one batch was never in progress for anybody else.
    void End(Fact.RunEnded ended)
    {
        var run = ended.Run;
        var madeAt = TimeOrderedId.TimeOf(run.Id);
        if (TrackingRule.Keeps(before.Tracking, run.Tracking, ended.State))
        {
            (_endedRuns ??= []).Add(ended);
            (_counted ??= []).Add(TallyChange.Kept(madeAt, ended.State));
        }
        else
        {
            Drop(run, ended);
        }

        (_counted ??= []).Add(TallyChange.Ended(ended.At, ended.State, ended.At - run.StartedAt, run.StartedAt - madeAt));
        _active?.Remove(run.Id);
        if (_begun is null || !_begun.Remove(run.Id))
        {
            (_goneRuns ??= []).Add(run.Id);
        }

        var over = new EndedRun(run.Id, ended.At, ended.State);
        (_over ??= [])[run.Id] = over;
        Remember(run.Rid, over);
    }

    // Its sender may tell its end again by our id, and no row would know it.
    void Drop(ActiveRun run, Fact.RunEnded ended)
    {
        (_dropped ??= []).Add(run.Id);
        _keeps?.Remove(run.Id);
        if (run.IsNamed)
        {
            Remember(run.Id.ToString(), new EndedRun(run.Id, ended.At, ended.State));
        }
    }

    void Remember(string? rid, EndedRun run)
    {
        if (rid is not null)
        {
            (_keys ??= [])[rid] = run;
        }
    }
}
