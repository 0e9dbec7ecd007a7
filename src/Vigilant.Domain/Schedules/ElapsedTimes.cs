namespace Vigilant.Domain.Schedules;

/// <summary>
/// Schedules with a star for the minute or the hour ("every 30 minutes"): they go by elapsed time. What the clocks
/// skip does not happen; what comes twice happens twice.
/// </summary>
static class ElapsedTimes
{
    // Further than two clocks of one zone can lie apart.
    const long Margin = 2 * Minutes.PerDay;

    // Only a schedule whose every time is skipped by the clocks waits so long.
    const long Horizon = 100 * 366 * Minutes.PerDay;

    public static long Next(CronTimes times, ZoneClock clock, long after)
    {
        var horizon = Math.Min(after + Horizon, Minutes.End);
        for (var minute = after + 1; minute < horizon;)
        {
            var stretch = clock.At(minute);
            var local = times.Next(minute + stretch.Offset);
            if (local == Minutes.None)
            {
                return Minutes.None;
            }

            if (local < stretch.LocalEnd)
            {
                return local - stretch.Offset;
            }

            // Near a change each stretch is looked at; far from one nothing can happen before the time just found.
            var near = stretch.End - minute <= Margin;
            minute = near ? stretch.End : Math.Max(stretch.End, local - stretch.Offset - Margin);
        }

        return Minutes.None;
    }

    public static long Previous(CronTimes times, ZoneClock clock, long atOrBefore)
    {
        var horizon = Math.Max(atOrBefore - Horizon, -1);
        for (var minute = atOrBefore; minute > horizon;)
        {
            var stretch = clock.At(minute);
            var local = times.Previous(minute + stretch.Offset);
            if (local == Minutes.None)
            {
                return Minutes.None;
            }

            if (local >= stretch.LocalStart)
            {
                return local - stretch.Offset;
            }

            var near = minute - stretch.Start <= Margin;
            minute = near ? stretch.Start - 1 : Math.Min(stretch.Start - 1, local - stretch.Offset + Margin);
        }

        return Minutes.None;
    }
}
