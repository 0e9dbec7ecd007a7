using System.Globalization;
using Vigilant.Contracts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Search;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Counts what runs have in common.</summary>
static class RunSamples
{
    const int MostValues = 8;
    const int MostGroups = 50;

    public static RunSample Of(IReadOnlyList<Run> runs, bool isWhole, ValueList<FoundGroup> groups) => new(
        runs.Count,
        isWhole,
        new([.. Facets(runs).Where(facet => facet.Values.Count > (facet.Field is "environment" ? 1 : 0))]),
        groups);

    /// <param name="text">The term that finds the runs of a group, added to the search.</param>
    public static ValueList<FoundGroup> Groups(
        IEnumerable<Run> runs, Func<Run, string?> by, Func<string, string?> text, bool byTitle = false)
    {
        var groups = runs
            .Select(run => (Run: run, Title: by(run)))
            .Where(one => one.Title is not null)
            .GroupBy(one => one.Title!, one => one.Run)
            .Select(group => new FoundGroup(
                group.Key, group.Count(), group.Count(Failed), group.Max(run => run.CreatedAt), text(group.Key)));
        return new([.. (byTitle
            ? groups.OrderByDescending(group => group.Title, StringComparer.Ordinal)
            : groups.OrderByDescending(group => group.Count).ThenBy(group => group.Title, StringComparer.Ordinal)).Take(MostGroups)]);
    }

    /// <summary>By what their errors have in common; those without one by their reason, which no search finds.</summary>
    /// <param name="texts">The errors, by the run's id.</param>
    public static ValueList<FoundGroup> ByError(
        IEnumerable<Run> runs, IReadOnlyDictionary<Guid, string> texts, Func<string, string> text)
    {
        var searchable = texts.Values.Select(ErrorFingerprint.Of).ToHashSet();
        return Groups(
            runs,
            run => ErrorFingerprint.Of(texts.GetValueOrDefault(run.Id) ?? run.Reason ?? run.State),
            fingerprint => searchable.Contains(fingerprint) && ErrorFingerprint.LongestPart(fingerprint) is { } part ? text(part) : null);
    }

    public static string Hour(Run run) => run.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH':00'", CultureInfo.InvariantCulture);

    public static string HourTerm(RunSearch search, string hour)
    {
        var from = DateTime.ParseExact(hour, "yyyy-MM-dd HH':00'", CultureInfo.InvariantCulture);
        return search.With("created", string.Create(
            CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd'T'HH:mm'Z'}..{from.AddHours(1):yyyy-MM-dd'T'HH:mm'Z'}"));
    }

    public static bool Failed(Run run) => run.State is "failed" or "timed_out" or "missed";

    static IEnumerable<RunFacet> Facets(IReadOnlyList<Run> runs) =>
    [
        new("State", "state", Values(runs, run => run.State)),
        new("Job", "job", Values(runs, run => run.Job)),
        new("Environment", "environment", Values(runs, run => run.Environment)),
        new("Host", "host", Values(runs, FoundRuns.Host)),
    ];

    static ValueList<RunFacetValue> Values(IEnumerable<Run> runs, Func<Run, string?> of) => new(
    [
        .. runs.Select(of).OfType<string>().CountBy(value => value)
            .OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
            .Take(MostValues).Select(value => new RunFacetValue(value.Key, value.Value)),
    ]);
}
