using System.Globalization;

namespace Vigilant.Domain.Schedules;

/// <summary>Says what a change of the clocks did to a slot.</summary>
readonly struct ClockChanges(CronTimes times, ZoneClock clock, bool namesTimesOfDay)
{
    /// <param name="at">The slot.</param>
    /// <param name="after">The slot before it, or where the list starts: what was skipped since is told too.</param>
    public string? NoteOn(long at, long after) => Repeated(at) ?? Skipped(at, after);

    string? Repeated(long at)
    {
        var stretch = clock.At(at);
        var local = at + stretch.Offset;
        if (stretch.End < Minutes.End && local >= clock.At(stretch.End).LocalStart)
        {
            return $"first of two {Time(local)} (clocks go back)";
        }

        return stretch.Start > 0 && local < clock.At(stretch.Start - 1).LocalEnd
            ? $"second of two {Time(local)} (clocks go back)"
            : null;
    }

    string? Skipped(long at, long after)
    {
        for (var stretch = clock.At(after); stretch.End <= at && stretch.End < Minutes.End;)
        {
            var next = clock.At(stretch.End);
            var first = times.Next(stretch.LocalEnd);
            if (first != Minutes.None && first < next.LocalStart)
            {
                return Skipped(first, times.Previous(next.LocalStart - 1), next.LocalStart, at + clock.At(at).Offset);
            }

            stretch = next;
        }

        return null;
    }

    string Skipped(long first, long last, long jump, long at)
    {
        var from = Day(first) == Day(at) ? Time(first) : $"{Day(first)} {Time(first)}";
        var many = first == last ? from : $"{from} to {Time(last)}";
        return namesTimesOfDay
            ? $"{many} moved to {Time(jump)} (clocks go forward)"
            : $"{many} skipped (clocks go forward)";
    }

    static string Time(long local) => Minutes.ToDateTime(local).ToString("HH:mm", CultureInfo.InvariantCulture);

    static string Day(long local) => Minutes.ToDateTime(local).ToString("d MMMM", CultureInfo.InvariantCulture);
}
