using System.Collections;
using System.Collections.Immutable;

namespace Vigilant.Domain.Runs;

/// <summary>The runs of a job that are in progress, in the order of their ids, which is that of their making.</summary>
public sealed class ActiveRuns : IEnumerable<ActiveRun>
{
    /// <summary>No run.</summary>
    public static readonly ActiveRuns None = new(
        ImmutableSortedDictionary<Guid, ActiveRun>.Empty, ImmutableDictionary<string, Guid>.Empty, null, default);

    readonly ImmutableSortedDictionary<Guid, ActiveRun> _runs;
    readonly ImmutableDictionary<string, Guid> _named;
    readonly Guid? _unnamed;
    readonly Tally _tally;

    // Made when a deadline is first looked for, and kept from then on: most jobs never need it.
    Lanes? _lanes;

    ActiveRuns(
        ImmutableSortedDictionary<Guid, ActiveRun> runs, ImmutableDictionary<string, Guid> named, Guid? unnamed, Tally tally) =>
        (_runs, _named, _unnamed, _tally) = (runs, named, unnamed, tally);

    /// <summary>As they were stored.</summary>
    public static ActiveRuns Of(IEnumerable<ActiveRun> runs) => runs.Aggregate(None, (all, run) => all.With(run));

    /// <summary>How many there are.</summary>
    public int Count => _runs.Count;

    /// <summary>Whether one of them has started.</summary>
    public bool AnyStarted => _tally.Started > 0;

    /// <summary>Whether one of them runs longer than it may.</summary>
    public bool AnyOverrun => _tally.Overrun > 0;

    /// <summary>Whether one of them gives no sign of life, or its progress stopped.</summary>
    public bool AnyStalled => _tally.Stalled > 0;

    /// <summary>How many have not started in time.</summary>
    public int LateCount => _tally.Late;

    /// <summary>Of those that have not started in time, the one that waits longest.</summary>
    public ActiveRun? LongestLate => _tally.Late == 0 ? null : _runs[Lanes.Late.Min.Id];

    /// <summary>Those that have not started and are not known to be late, the one that waits longest first.</summary>
    public IEnumerable<ActiveRun> Waiting => Lanes.Waiting.Select(place => _runs[place.Id]);

    /// <summary>Those that have started.</summary>
    public IEnumerable<ActiveRun> Started => _tally.Started == 0 ? [] : Lanes.Started.Select(id => _runs[id]);

    /// <summary>The run that began without a run id: there is one at most.</summary>
    public ActiveRun? Unnamed => _unnamed is { } id ? _runs[id] : null;

    /// <summary>The run of this id.</summary>
    public ActiveRun? Find(Guid id) => _runs.GetValueOrDefault(id);

    /// <summary>The run of this run id of the sender.</summary>
    public ActiveRun? Find(string rid) => _named.TryGetValue(rid, out var id) ? _runs[id] : null;

    /// <summary>
    /// What a signal is about that names its run so, or not at all. Without a run id it is about the run that began without
    /// one; where there is none, about the only run there is.
    /// </summary>
    public ActiveRun? About(string? rid) =>
        rid is not null ? Find(rid)
        : Count == 0 ? null
        : Unnamed ?? (Count == 1 ? this.First() : null);

    /// <summary>With this run, in the place of the one of the same id if there is one.</summary>
    public ActiveRuns With(ActiveRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var tally = _runs.TryGetValue(run.Id, out var before) ? _tally.Less(before) : _tally;
        return new ActiveRuns(
            _runs.SetItem(run.Id, run),
            run.Rid is null ? _named : _named.SetItem(run.Rid, run.Id),
            run.IsNamed ? _unnamed : run.Id,
            tally.More(run))
        {
            _lanes = before is null ? _lanes?.With(run) : _lanes?.With(before, run),
        };
    }

    /// <summary>Without this run.</summary>
    public ActiveRuns Without(ActiveRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return !_runs.TryGetValue(run.Id, out var before)
            ? this
            : Count == 1
                ? None
                : new ActiveRuns(
                    _runs.Remove(run.Id),
                    before.Rid is null ? _named : _named.Remove(before.Rid),
                    _unnamed == run.Id ? null : _unnamed,
                    _tally.Less(before))
                {
                    _lanes = _lanes?.Without(before),
                };
    }

    /// <inheritdoc/>
    public IEnumerator<ActiveRun> GetEnumerator() => _runs.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    Lanes Lanes => _lanes ??= Lanes.Of(_runs.Values);

    // A job may have a hundred thousand runs waiting: nothing that a signal asks for may look at all of them.
    readonly record struct Tally(int Started, int Overrun, int Stalled, int Late)
    {
        public Tally More(ActiveRun run) => Plus(run, 1);

        public Tally Less(ActiveRun run) => Plus(run, -1);

        Tally Plus(ActiveRun run, int one) => new(
            Started + (run.State == RunState.Started ? one : 0),
            Overrun + (run.Mark == RunMark.Overrun ? one : 0),
            Stalled + (run.Mark is RunMark.Stalled or RunMark.Unchanged ? one : 0),
            Late + (run.Mark == RunMark.Waiting ? one : 0));
    }
}
