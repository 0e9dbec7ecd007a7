using System.Collections.Immutable;

namespace Vigilant.Domain.Runs;

/// <summary>
/// The runs of a job by what time may make of them: so a look at a hundred thousand that wait touches only those whose time has come.
/// </summary>
/// <param name="Waiting">Not started, longest first.</param>
/// <param name="Late">Not started, longest first, and marked for it.</param>
/// <param name="Started">By their ids.</param>
sealed record Lanes(
    ImmutableSortedSet<(DateTimeOffset Since, Guid Id)> Waiting,
    ImmutableSortedSet<(DateTimeOffset Since, Guid Id)> Late,
    ImmutableSortedSet<Guid> Started)
{
    public static Lanes Of(IEnumerable<ActiveRun> runs)
    {
        var waiting = ImmutableSortedSet.CreateBuilder<(DateTimeOffset, Guid)>();
        var late = ImmutableSortedSet.CreateBuilder<(DateTimeOffset, Guid)>();
        var started = ImmutableSortedSet.CreateBuilder<Guid>();
        foreach (var run in runs)
        {
            if (run.StartedAt is not null)
            {
                started.Add(run.Id);
            }
            else
            {
                (run.Mark == RunMark.Waiting ? late : waiting).Add(Place(run));
            }
        }

        return new Lanes(waiting.ToImmutable(), late.ToImmutable(), started.ToImmutable());
    }

    public Lanes With(ActiveRun run) => run.StartedAt is not null ? this with { Started = Started.Add(run.Id) }
        : run.Mark == RunMark.Waiting ? this with { Late = Late.Add(Place(run)) }
        : this with { Waiting = Waiting.Add(Place(run)) };

    public Lanes Without(ActiveRun run) => run.StartedAt is not null ? this with { Started = Started.Remove(run.Id) }
        : run.Mark == RunMark.Waiting ? this with { Late = Late.Remove(Place(run)) }
        : this with { Waiting = Waiting.Remove(Place(run)) };

    /// <summary>With a run as it is after it was otherwise. A heartbeat changes nothing here.</summary>
    public Lanes With(ActiveRun before, ActiveRun after) => Lane(before) == Lane(after) ? this : Without(before).With(after);

    static (bool, DateTimeOffset?) Lane(ActiveRun run) =>
        run.StartedAt is not null ? (false, null) : (run.Mark == RunMark.Waiting, run.WaitsSince);

    static (DateTimeOffset Since, Guid Id) Place(ActiveRun run) => (run.WaitsSince, run.Id);
}
