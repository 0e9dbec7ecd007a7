using Vigilant.Contracts;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Some runs, in the order asked for.</summary>
/// <param name="Next">Behind which the next page begins: the last of these runs, or how far was searched in time. Null: there are no more.</param>
sealed record ListedRuns(IReadOnlyList<Run> Runs, Guid? Next);
