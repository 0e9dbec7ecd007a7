using Vigilant.Domain.Detection;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Rows;

namespace Vigilant.Server.Runs;

/// <summary>One job's part of a batch: what came for it, and what the rules made of it.</summary>
sealed class JobWork(CachedJob before)
{
    readonly List<Fact> _facts = [];
    readonly Dictionary<Guid, RunRow> _begun = [];
    readonly Dictionary<Guid, ActiveRun> _active = [];
    readonly Dictionary<DateTimeOffset, (Fact.SlotChanged Slot, DateTimeOffset At)> _slots = [];

    public CachedJob Before => before;

    public Guid JobId => before.JobId;

    public JobState State { get; private set; } = before.State;

    public List<RunRow> NewRuns { get; } = [];

    public List<RunRow> EndedRuns { get; } = [];

    public Dictionary<string, EndedRun> Keys { get; } = [];

    public List<(Fact.Verdict Verdict, JobState State, DateTimeOffset At)> Verdicts { get; } = [];

    public IEnumerable<ActiveRun> ActiveRuns => _active.Values;

    public IEnumerable<(Fact.SlotChanged Slot, DateTimeOffset At)> Slots => _slots.Values;

    public CachedJob After => before with { Version = before.Version + 1, State = State };

    /// <summary>Folds a signal and returns the run it belongs to.</summary>
    public Guid? Fold(IncomingSignal signal, EndedRun? remembered)
    {
        var ended = signal.Rid is not null && Keys.TryGetValue(signal.Rid, out var here) ? here : remembered;
        var said = new Signal(signal.Id, signal.Kind, signal.ReceivedAt, signal.Rid, signal.ExitStatus);
        (State, var run) = SignalRule.Apply(State, before.Expectation, said, ended, _facts);
        Sort(signal.ReceivedAt);
        return run;
    }

    public void Fold(DeadlineLook look, IReadOnlyList<Gap> gaps)
    {
        State = DeadlineRule.Judge(State, before.Expectation, look.Line, look.Confirmed, gaps, _facts);
        Sort(look.ReceivedAt);
    }

    public void Fold(Func<JobState, ICollection<Fact>, JobState> change, DateTimeOffset now)
    {
        State = change(State, _facts);
        Sort(now);
    }

    void Sort(DateTimeOffset at)
    {
        foreach (var fact in _facts)
        {
            Sort(fact, at);
        }

        _facts.Clear();
    }

    void Sort(Fact fact, DateTimeOffset at)
    {
        switch (fact)
        {
            case Fact.RunTold told:
                var id = told.Id == Guid.Empty ? TimeOrderedId.Mint(told.At) : told.Id;
                NewRuns.Add(new RunRow(id, told.Rid, told.State, null, told.At, told.Slot, told.ExitStatus, told.Reason));
                Remember(told.Rid, id, told.At);
                break;
            case Fact.RunStarted started:
                _begun[started.Run.Id] = new RunRow(started.Run.Id, started.Run.Rid, RunState.Started, started.Run.StartedAt);
                NewRuns.Add(_begun[started.Run.Id]);
                _active[started.Run.Id] = started.Run;
                break;
            case Fact.RunChanged changed:
                _active[changed.Run.Id] = changed.Run;
                break;
            case Fact.RunEnded ended:
                End(ended);
                break;
            case Fact.SlotChanged slot:
                _slots[slot.Nominal] = (slot, at);
                break;
            case Fact.Verdict verdict:
                Verdicts.Add((verdict, State, at));
                break;
        }
    }

    // A run that begins and ends in one batch is one row, inserted as it ended.
    void End(Fact.RunEnded ended)
    {
        var run = ended.Run;
        var row = new RunRow(run.Id, run.Rid, ended.State, run.StartedAt, ended.At, ended.Slot, ended.ExitStatus, ended.Reason);
        _active.Remove(run.Id);
        if (_begun.Remove(run.Id, out var begun))
        {
            NewRuns[NewRuns.IndexOf(begun)] = row;
        }
        else
        {
            EndedRuns.Add(row);
        }

        Remember(run.Rid, run.Id, ended.At);
    }

    void Remember(string? rid, Guid run, DateTimeOffset endedAt)
    {
        if (rid is not null)
        {
            Keys[rid] = new EndedRun(run, endedAt);
        }
    }
}
