namespace Vigilant.Domain.Schedules;

/// <summary>
/// Schedules that name times of day ("at 03:15"): each happens once, when the local clock first reaches it. A time
/// that the clocks skip is reached at the moment they jump; one that comes twice is reached the first time.
/// </summary>
static class NamedTimes
{
    // No zone has ever gone back by more than a day, nor been further than this from UTC.
    const long LongestFold = Minutes.PerDay;
    const long FurthestOffset = 15 * 60;

    public static long Next(CronTimes times, ZoneClock clock, long after) =>
        FirstReached(times.Next(LatestShown(clock, after) + 1), clock);

    public static long Previous(CronTimes times, ZoneClock clock, long atOrBefore) =>
        FirstReached(times.Previous(LatestShown(clock, atOrBefore)), clock);

    /// <summary>The latest local time that the clock has shown up to now: more than it shows in a repeated hour.</summary>
    static long LatestShown(ZoneClock clock, long minute)
    {
        var stretch = clock.At(minute);
        var latest = minute + stretch.Offset;
        for (var start = stretch.Start; start > 0 && start > minute - LongestFold; start = stretch.Start)
        {
            stretch = clock.At(start - 1);
            latest = Math.Max(latest, stretch.LocalEnd - 1);
        }

        return latest;
    }

    static long FirstReached(long local, ZoneClock clock)
    {
        if (local == Minutes.None)
        {
            return Minutes.None;
        }

        var stretch = clock.At(local - FurthestOffset - LongestFold);
        while (local >= stretch.LocalEnd && stretch.End < Minutes.End)
        {
            stretch = clock.At(stretch.End);
        }

        // What lies before the first stretch of all has not been skipped: it lies before all time.
        return stretch.Start == 0 ? local - stretch.Offset : Math.Max(stretch.Start, local - stretch.Offset);
    }
}
