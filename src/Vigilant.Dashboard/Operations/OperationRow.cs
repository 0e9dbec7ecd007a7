using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Operations;

namespace Vigilant.Dashboard.Operations;

/// <summary>An operation on many runs, as pages show it.</summary>
/// <param name="Which">The filter or the number of ids, in words.</param>
/// <param name="Labels">What the action label gives, in words.</param>
/// <param name="Matched">How many runs were found so far.</param>
/// <param name="AllFound">There are no more than those.</param>
/// <param name="PerSecond">How many runs were looked at in a second; null: nobody has begun.</param>
public sealed record OperationRow(
    Guid Id,
    RunAction Action,
    OperationState State,
    string Which,
    string? Labels,
    string? Who,
    string? Why,
    long Matched,
    bool AllFound,
    long Done,
    long Changed,
    ValueList<SkippedRuns> Skipped,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    double? PerSecond);
