using System.Collections.Concurrent;

namespace Vigilant.Domain.Schedules;

/// <summary>The stretches of a zone, found once a year of use and kept.</summary>
/// <remarks>
/// The framework answers "which offset at this instant" well but slowly, and its judgement of invalid and ambiguous
/// local times fails for some zones after 2037. Here only offsets at whole minutes are asked for; gaps and repeated
/// hours follow from them.
/// </remarks>
sealed class ZoneClock
{
    const int FirstKeptYear = 1900;
    const int KeptYears = 300;
    const long SampleEvery = Minutes.PerDay;

    static readonly ConcurrentDictionary<string, ZoneClock> Clocks = new(StringComparer.Ordinal);

    readonly TimeZoneInfo _zone;
    readonly Stretch[]?[] _years = new Stretch[]?[KeptYears];

    ZoneClock(TimeZoneInfo zone) => _zone = zone;

    public static ZoneClock Of(TimeZoneInfo zone) => Clocks.GetOrAdd(zone.Id, static (_, zone) => new ZoneClock(zone), zone);

    /// <summary>The stretch that holds a UTC minute. Ends of years also end stretches.</summary>
    public Stretch At(long minute)
    {
        var stretches = StretchesOf(Minutes.ToDateTime(minute).Year);
        foreach (var stretch in stretches)
        {
            if (minute < stretch.End)
            {
                return stretch;
            }
        }

        return stretches[^1];
    }

    Stretch[] StretchesOf(int year)
    {
        var kept = year - FirstKeptYear;
        return kept is < 0 or >= KeptYears
            ? FindStretches(year)
            : Volatile.Read(ref _years[kept]) ?? (_years[kept] = FindStretches(year));
    }

    Stretch[] FindStretches(int year)
    {
        var end = year == 9999 ? Minutes.End : StartOf(year + 1);
        var start = StartOf(year);
        var offset = OffsetAt(start);
        var found = new List<Stretch>(3);
        for (var known = start; known < end;)
        {
            var sample = Math.Min(known + SampleEvery, end);
            var change = sample == end ? FirstChange(known, end - 1, offset) : FirstChange(known, sample, offset);
            if (change != Minutes.None)
            {
                found.Add(new Stretch(start, change, offset));
                (start, offset) = (change, OffsetAt(change));
            }

            known = change == Minutes.None ? sample : change;
        }

        found.Add(new Stretch(start, end, offset));
        return [.. found];
    }

    /// <summary>The first minute up to <paramref name="last"/> with another offset, if the offset there is another.</summary>
    long FirstChange(long known, long last, int offset)
    {
        if (OffsetAt(last) == offset)
        {
            return Minutes.None;
        }

        while (last - known > 1)
        {
            var middle = known + ((last - known) / 2);
            (known, last) = OffsetAt(middle) == offset ? (middle, last) : (known, middle);
        }

        return last;
    }

    int OffsetAt(long minute) => (int)(_zone.GetUtcOffset(Minutes.ToDateTime(minute)).Ticks / TimeSpan.TicksPerMinute);

    static long StartOf(int year) => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerMinute;
}
