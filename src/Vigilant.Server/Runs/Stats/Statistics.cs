using System.Globalization;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Answers what is asked of runs in numbers.</summary>
sealed class Statistics(RunStats counts, FilteredJobs jobs, NodeClock clock)
{
    public async Task<RunStatistics> ReadAsync(Guid project, StatQuery asked, CancellationToken stopping)
    {
        var filter = asked.Filter;
        var now = clock.Now;
        var range = StatRange.Of(filter.CreatedAfter, filter.CreatedBefore, now, asked.Grain);
        var some = filter.NamesJobs || asked.IsByJob ? await jobs.FindAsync(project, filter, stopping) : null;
        var read = await counts.ReadAsync(project, some?.Select(job => job.Id).ToArray(), range, stopping);
        var matching = read.Where(count => filter.States.Count == 0 || filter.States.Contains(count.State)).ToList();
        var all = Sum(matching);
        return new RunStatistics
        {
            From = filter.CreatedAfter is null ? null : range.From,
            To = filter.CreatedBefore is null ? null : range.To,
            Source = "counts",
            States = all.States(all: true),
            Ended = all.Ended(all: true),
            DurationMs = all.Duration(),
            WaitMs = all.Wait(),
            Groups = asked.GroupBy is null ? null : Groups(matching, KeyOf(asked, some, range.StartOf(now)), asked.Grain is not null),
        };
    }

    static Func<RunCount, string> KeyOf(StatQuery asked, List<FilteredJob>? jobs, DateTimeOffset present)
    {
        var byId = jobs?.ToDictionary(job => job.Id);
        return asked.GroupBy switch
        {
            "state" => count => count.State.Word(),
            "hour" or "day" => count => Text(count.At ?? present),
            var by => count => byId![count.Subject].Key(by!),
        };
    }

    static List<RunGroup> Groups(List<RunCount> counts, Func<RunCount, string> key, bool inOrder)
    {
        var groups = counts.GroupBy(key).Select(group => (group.Key, Sum: Sum(group)));
        var sorted = inOrder
            ? groups.OrderBy(group => group.Key, StringComparer.Ordinal)
            : groups.OrderByDescending(group => group.Sum.Kept).ThenBy(group => group.Key, StringComparer.Ordinal);
        return [.. sorted.Select(group => group.Sum.Group(group.Key))];
    }

    static CountSum Sum(IEnumerable<RunCount> counts)
    {
        var sum = new CountSum();
        foreach (var count in counts)
        {
            sum.Add(count.State, count.Count);
        }

        return sum;
    }

    static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
