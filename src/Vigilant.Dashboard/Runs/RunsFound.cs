using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Search;

namespace Vigilant.Dashboard.Runs;

/// <summary>What a search found.</summary>
/// <param name="Search">As it was understood.</param>
/// <param name="Mistakes">What was not; then nothing is shown, because a filter that is left out shows too much.</param>
/// <param name="Runs">One page.</param>
/// <param name="Next">The last run of this page; null when no other page follows.</param>
/// <param name="Sample">What the newest that match are like; null where a page follows another.</param>
/// <param name="Filter">The same as <c>GET /v1/runs</c> is asked: empty, or from the question mark on.</param>
/// <param name="HasRuns">Whether the project has any run at all.</param>
public sealed record RunsFound(
    RunSearch Search,
    ValueList<SearchMistake> Mistakes,
    ValueList<FoundRun> Runs,
    Guid? Next,
    RunSample? Sample,
    string Filter,
    bool HasRuns);

/// <summary>A run as lists show it.</summary>
/// <param name="Job">As in <c>billing/import</c>.</param>
/// <param name="Why">What went wrong, in a line.</param>
public sealed record FoundRun(
    Guid Id,
    string Job,
    string Environment,
    RunState State,
    string? CallerId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    TimeSpan? Waited,
    TimeSpan? Took,
    int Attempt,
    double? Progress,
    bool KillRequested,
    string? Host,
    ValueList<Named> Arguments,
    string? Why)
{
    public bool Active => RunStates.Active.Contains(State);
}

/// <summary>What the newest runs that match are like.</summary>
/// <param name="Size">How many were looked at.</param>
/// <param name="IsWhole">No other run matches.</param>
/// <param name="Groups">By what the view groups by; empty when it does not.</param>
public sealed record RunSample(
    int Size,
    bool IsWhole,
    ValueList<RunFacet> Facets,
    ValueList<FoundGroup> Groups);

/// <summary>The values of one field among the runs of a sample.</summary>
/// <param name="Field">As it is searched for.</param>
public sealed record RunFacet(string Title, string Field, ValueList<RunFacetValue> Values);

/// <summary>One value, and how many of the sample have it.</summary>
public sealed record RunFacetValue(string Value, int Count);

/// <summary>Runs that have something in common.</summary>
/// <param name="Text">The search that finds them; null: none does.</param>
public sealed record FoundGroup(string Title, int Count, int Failed, DateTimeOffset NewestAt, string? Text);
