using System.Globalization;
using System.Text.Json;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Answers what was not counted, from the first of the runs that match.</summary>
sealed class RowStatistics(RunReader runs)
{
    const int Most = 10_000;

    public async Task<RunStatistics> ReadAsync(Guid project, StatQuery asked, CancellationToken stopping)
    {
        // A list carries no errors.
        var found = asked.GroupBy == "error"
            ? await runs.ListWholeAsync(project, asked.Filter, behind: null, Most, stopping)
            : await runs.ListAsync(project, asked.Filter, behind: null, Most, stopping);
        var all = Sum(found.Runs);
        return new RunStatistics
        {
            From = asked.Filter.CreatedAfter,
            To = asked.Filter.CreatedBefore,
            Source = "rows",
            Rows = found.Runs.Count,
            IsPart = found.Next is not null,
            States = all.States(all: true),
            Ended = all.Ended(all: true),
            DurationMs = all.Duration(),
            WaitMs = all.Wait(),
            Groups = asked.GroupBy is { } by ? Groups(found.Runs, by) : null,
        };
    }

    static List<RunGroup> Groups(IReadOnlyList<Run> runs, string by)
    {
        var groups = runs
            .SelectMany(run => Keys(run, by).Distinct(), (run, key) => (run, key))
            .GroupBy(one => one.key, one => one.run)
            .Select(group => (group.Key, Sum: Sum(group)));
        var sorted = by is "hour" or "day"
            ? groups.OrderBy(group => group.Key, StringComparer.Ordinal)
            : groups.OrderByDescending(group => group.Sum.Kept).ThenBy(group => group.Key, StringComparer.Ordinal);
        return [.. sorted.Select(group => group.Sum.Group(group.Key))];
    }

    // A run of several resources is in the group of each, one without an error in none.
    static IEnumerable<string> Keys(Run run, string by) => by switch
    {
        "job" => [run.Job],
        "service" => [run.Job[..run.Job.IndexOf('/', StringComparison.Ordinal)]],
        "environment" => [run.Environment],
        "state" => [run.State],
        "hour" => [run.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH':00:00Z'", CultureInfo.InvariantCulture)],
        "day" => [run.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture)],
        "host" => run.Details.TryGetValue("host", out var host) ? [host.GetString()!] : [],
        "error" => run.Details.TryGetValue("errors", out var errors)
            ? [ErrorFingerprint.Of(errors[errors.GetArrayLength() - 1].GetProperty("error"))]
            : run.Reason is { } reason && run.State == RunState.Failed.Word() ? [reason] : [],
        _ => run.Details.TryGetValue("resources", out var resources) ? resources.EnumerateArray().Select(Text) : [],
    };

    static string Text(JsonElement resource) => $"{resource.GetProperty("kind").GetString()}:{resource.GetProperty("id").GetString()}";

    static CountSum Sum(IEnumerable<Run> runs)
    {
        var sum = new CountSum();
        foreach (var run in runs)
        {
            var state = RunStates.Parse(run.State)!.Value;
            var one = new Rollup { Kept = 1 };
            if (RunStates.Finished.Contains(state))
            {
                one.Ended.Add(1, Length(run.DurationMs), Length(run.StartedAt is null ? null : run.WaitMs));
            }

            sum.Add(state, one);
        }

        return sum;
    }

    static TimeSpan? Length(long? milliseconds) => milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;
}
