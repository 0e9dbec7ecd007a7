using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Some runs of an operation that are changed together, in the order of their jobs.</summary>
/// <param name="Filter">What must still hold of them.</param>
sealed record Chunk(ClaimedOperation Operation, RunFilter Filter, IReadOnlyList<(Guid Job, Guid Run)> Runs)
{
    public Guid[] RunIds => [.. Runs.Select(run => run.Run)];

    /// <summary>The job of each run.</summary>
    public Guid[] JobIds => [.. Runs.Select(run => run.Job)];

    public Guid[] Jobs => [.. Runs.Select(run => run.Job).Distinct()];
}
