using System.Globalization;

namespace Vigilant.Dashboard.Runs;

/// <summary>The times that are written along an axis.</summary>
public static class Ticks
{
    const int Most = 8;
    static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7),
        TimeSpan.FromDays(30), TimeSpan.FromDays(90), TimeSpan.FromDays(365),
    ];

    /// <summary>Round times, in UTC, at most eight.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string Word)> Of(DateTimeOffset from, DateTimeOffset until)
    {
        var step = Array.Find(Steps, one => (until - from) / one <= Most);
        step = step == TimeSpan.Zero ? (until - from) / Most : step;
        var ticks = new List<(DateTimeOffset, string)>();
        for (var at = new DateTimeOffset(((from.UtcTicks / step.Ticks) + 1) * step.Ticks, TimeSpan.Zero); at < until; at += step)
        {
            ticks.Add((at, at.ToString(at.TimeOfDay == TimeSpan.Zero || step >= TimeSpan.FromDays(1) ? "d MMM" : "HH:mm", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }
}
