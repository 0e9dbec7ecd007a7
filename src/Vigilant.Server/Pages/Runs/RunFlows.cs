using Vigilant.Dashboard.Runs;

namespace Vigilant.Server.Pages.Runs;

/// <summary>The bars along a time range: hours of short ones, days of long ones.</summary>
static class RunFlows
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static bool AreDays(TimeRange range) => range.Length > TimeSpan.FromDays(3);

    /// <summary>Empty bars; the first begins with the hour or day in which the range begins.</summary>
    public static IEnumerable<RunFlow> Of(TimeRange range)
    {
        const int most = 400;
        var step = AreDays(range) ? Day : Hour;
        var first = new DateTimeOffset(range.From.UtcTicks / step.Ticks * step.Ticks, TimeSpan.Zero);
        if (range.Until - first > step * most)
        {
            first = new DateTimeOffset((range.Until - (step * (most - 1))).UtcTicks / step.Ticks * step.Ticks, TimeSpan.Zero);
        }

        for (var at = first; at < range.Until; at += step)
        {
            yield return new RunFlow(at, at + step, 0, 0, 0);
        }
    }
}
