using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Runs;

/// <summary>Lays runs of a job above each other where they overlap.</summary>
public static class TimelineLanes
{
    /// <summary>More than these lie above each other in no lane; further ones cover others.</summary>
    public const int MostRows = 8;

    /// <param name="least">Two bars nearer than this would touch.</param>
    /// <param name="now">How far a run reaches that goes on.</param>
    public static TimelineLane Of(
        string job, string environment, IEnumerable<(Guid Run, RunState State, DateTimeOffset From, DateTimeOffset? Until)> runs, TimeSpan least, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var free = new List<DateTimeOffset>();
        var bars = new List<TimelineBar>();
        foreach (var (run, state, from, until) in runs.OrderBy(one => one.From))
        {
            var row = free.FindIndex(end => end <= from);
            if (row < 0)
            {
                row = free.Count < MostRows ? free.Count : free.IndexOf(free.Min());
            }

            var end = until ?? now;
            end = end - from < least ? from + least : end;
            if (row == free.Count)
            {
                free.Add(end);
            }
            else
            {
                free[row] = end;
            }

            bars.Add(new TimelineBar(run, state, from, until, row));
        }

        return new TimelineLane(job, environment, Math.Max(1, free.Count), new(bars));
    }
}
