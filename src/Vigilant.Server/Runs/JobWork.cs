using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Vigilant.Domain.Detection;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Rows;

namespace Vigilant.Server.Runs;

/// <summary>One job's part of a batch: what came for it, and what the rules made of it.</summary>
/// <param name="facts">Empty, and empty again after each fold: one list serves all jobs of a batch.</param>
sealed class JobWork(CachedJob before, List<Fact> facts)
{
    List<(IncomingSignal, Guid?)>? _otherSignals;
    List<RunRow>? _newRuns;
    List<RunRow>? _endedRuns;
    Dictionary<Guid, RunRow>? _begun;
    Dictionary<Guid, ActiveRun>? _active;
    Dictionary<string, EndedRun>? _keys;
    Dictionary<DateTimeOffset, (Fact.SlotChanged Slot, DateTimeOffset At)>? _slots;
    List<(Fact.Verdict, JobState, DateTimeOffset)>? _verdicts;

    public CachedJob Before => before;

    public Guid JobId => before.JobId;

    public JobState State { get; private set; } = before.State;

    public CachedJob After => before with { Version = before.Version + 1, State = State };

    /// <summary>The signals that are no run by themselves, and the runs they belong to.</summary>
    public ReadOnlySpan<(IncomingSignal Signal, Guid? Run)> OtherSignals => CollectionsMarshal.AsSpan(_otherSignals);

    public ReadOnlySpan<RunRow> NewRuns => CollectionsMarshal.AsSpan(_newRuns);

    public ReadOnlySpan<RunRow> EndedRuns => CollectionsMarshal.AsSpan(_endedRuns);

    public IReadOnlyCollection<ActiveRun> ActiveRuns => _active is null ? [] : _active.Values;

    public IReadOnlyDictionary<string, EndedRun> Keys =>
        _keys is null ? ReadOnlyDictionary<string, EndedRun>.Empty : _keys;

    public IReadOnlyCollection<(Fact.SlotChanged Slot, DateTimeOffset At)> Slots => _slots is null ? [] : _slots.Values;

    public ReadOnlySpan<(Fact.Verdict Verdict, JobState State, DateTimeOffset At)> Verdicts => CollectionsMarshal.AsSpan(_verdicts);

    public void Fold(IncomingSignal signal, EndedRun? remembered)
    {
        var ended = signal.Rid is not null && _keys is not null && _keys.TryGetValue(signal.Rid, out var here) ? here : remembered;
        var said = new Signal(signal.Id, signal.Kind, signal.ReceivedAt, signal.Rid, signal.ExitStatus);
        (State, var run) = SignalRule.Apply(State, before.Expectation, said, ended, facts);
        var isWholeRun = run == signal.Id && signal.Kind is (SignalKind.Succeeded or SignalKind.Failed);
        if (!isWholeRun)
        {
            (_otherSignals ??= []).Add((signal, run));
        }

        Sort(signal.ReceivedAt, signal);
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
                var id = told.Id == Guid.Empty ? TimeOrderedId.Mint(told.At) : told.Id;
                var said = told.Id == signal?.Id ? signal : null;
                (_newRuns ??= []).Add(
                    new RunRow(id, told.Rid, told.State, null, told.At, told.Slot, told.ExitStatus, told.Reason, said));
                Remember(told.Rid, id, told.At);
                break;
            case Fact.RunStarted started:
                var begun = new RunRow(started.Run.Id, started.Run.Rid, RunState.Started, started.Run.StartedAt);
                (_begun ??= [])[started.Run.Id] = begun;
                (_newRuns ??= []).Add(begun);
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

    // A run that begins and ends in one batch is one row, inserted as it ended.
    void End(Fact.RunEnded ended)
    {
        var run = ended.Run;
        var row = new RunRow(run.Id, run.Rid, ended.State, run.StartedAt, ended.At, ended.Slot, ended.ExitStatus, ended.Reason);
        _active?.Remove(run.Id);
        if (_begun is not null && _begun.Remove(run.Id, out var begun))
        {
            _newRuns![_newRuns.IndexOf(begun)] = row;
        }
        else
        {
            (_endedRuns ??= []).Add(row);
        }

        Remember(run.Rid, run.Id, ended.At);
    }

    void Remember(string? rid, Guid run, DateTimeOffset endedAt)
    {
        if (rid is not null)
        {
            (_keys ??= [])[rid] = new EndedRun(run, endedAt);
        }
    }
}
