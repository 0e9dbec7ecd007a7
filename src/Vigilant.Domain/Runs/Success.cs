namespace Vigilant.Domain.Runs;

/// <summary>What a success is worth.</summary>
/// <param name="Mark">What the run is marked with.</param>
/// <param name="Why">What there is to say of it; null: nothing.</param>
sealed record Success(Outcome Outcome, RunMark Mark, string? Why)
{
    /// <summary>There is nothing to say of it.</summary>
    public static readonly Success Plain = new(Outcome.Succeeded, RunMark.None, null);

    /// <summary>The run as it is kept. What it was marked with while it went on stays, unless there is more to say.</summary>
    public ActiveRun Of(ActiveRun run) => Mark == RunMark.None ? run : run with { Mark = Mark };
}
