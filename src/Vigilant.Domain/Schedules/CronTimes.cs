using System.Numerics;

namespace Vigilant.Domain.Schedules;

/// <summary>The local minutes that a cron schedule names, as bits. It knows the calendar, and nothing of zones.</summary>
sealed class CronTimes(in CronFields fields)
{
    readonly ulong _minutes = fields.Minute.Values;
    readonly uint _hours = (uint)fields.Hour.Values;
    readonly ushort _months = (ushort)fields.Month.Values;
    readonly uint[] _shapes = MonthShapes.Matching(fields);

    /// <summary>False when no month of any year has a day that matches: 30 February.</summary>
    public bool CanHappen
    {
        get
        {
            for (var month = 1; month <= 12; month++)
            {
                // 2024 is a leap year, so February is taken at its longest.
                var longest = DateTime.DaysInMonth(2024, month);
                var shortest = month == 2 ? 28 : longest;
                if (HasMonth(month) && (AnyDay(longest) || AnyDay(shortest)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    int FirstTime => (BitOperations.TrailingZeroCount(_hours) * 60) + BitOperations.TrailingZeroCount(_minutes);

    int LastTime => (BitOperations.Log2(_hours) * 60) + BitOperations.Log2(_minutes);

    /// <summary>The first named minute at or after a local minute.</summary>
    public long Next(long minute)
    {
        minute = Math.Max(minute, 0);
        if (minute >= Minutes.End)
        {
            return Minutes.None;
        }

        var (day, time) = Split(minute);
        DateOnly.FromDayNumber(day).Deconstruct(out var year, out var month, out var dayOfMonth);
        var first = day - dayOfMonth + 1;
        var days = DaysOf(year, month, first);
        if ((days >> dayOfMonth & 1) != 0 && NextTime(time) is >= 0 and var later)
        {
            return Join(day, later);
        }

        days &= (uint)(0xFFFF_FFFEUL << dayOfMonth);
        while (days == 0)
        {
            first += DateTime.DaysInMonth(year, month);
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            if (year > 9999)
            {
                return Minutes.None;
            }

            days = DaysOf(year, month, first);
        }

        return Join(first + BitOperations.TrailingZeroCount(days) - 1, FirstTime);
    }

    /// <summary>The last named minute at or before a local minute.</summary>
    public long Previous(long minute)
    {
        minute = Math.Min(minute, Minutes.End - 1);
        if (minute < 0)
        {
            return Minutes.None;
        }

        var (day, time) = Split(minute);
        DateOnly.FromDayNumber(day).Deconstruct(out var year, out var month, out var dayOfMonth);
        var first = day - dayOfMonth + 1;
        var days = DaysOf(year, month, first);
        if ((days >> dayOfMonth & 1) != 0 && PreviousTime(time) is >= 0 and var earlier)
        {
            return Join(day, earlier);
        }

        days &= (1u << dayOfMonth) - 1;
        while (days == 0)
        {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1);
            if (year < 1)
            {
                return Minutes.None;
            }

            first -= DateTime.DaysInMonth(year, month);
            days = DaysOf(year, month, first);
        }

        return Join(first + BitOperations.Log2(days) - 1, LastTime);
    }

    int NextTime(int time)
    {
        var (hour, minute) = Math.DivRem(time, 60);
        var minutes = HasHour(hour) ? _minutes >> minute : 0;
        if (minutes != 0)
        {
            return time + BitOperations.TrailingZeroCount(minutes);
        }

        var hours = _hours >> (hour + 1);
        return hours == 0
            ? -1
            : ((hour + 1 + BitOperations.TrailingZeroCount(hours)) * 60) + BitOperations.TrailingZeroCount(_minutes);
    }

    int PreviousTime(int time)
    {
        var (hour, minute) = Math.DivRem(time, 60);
        var minutes = HasHour(hour) ? _minutes & (ulong.MaxValue >> (63 - minute)) : 0;
        if (minutes != 0)
        {
            return (hour * 60) + BitOperations.Log2(minutes);
        }

        var hours = _hours & ((1u << hour) - 1);
        return hours == 0 ? -1 : (BitOperations.Log2(hours) * 60) + BitOperations.Log2(_minutes);
    }

    uint DaysOf(int year, int month, int firstDay) => HasMonth(month)
        ? _shapes[MonthShapes.Of(DateTime.DaysInMonth(year, month), (firstDay + 1) % 7)]
        : 0;

    bool AnyDay(int length) => _shapes.AsSpan((length - 28) * 7, 7).ContainsAnyExcept(0u);

    bool HasMonth(int month) => (_months >> month & 1) != 0;

    bool HasHour(int hour) => (_hours >> hour & 1) != 0;

    static (int Day, int Time) Split(long minute) => ((int)(minute / Minutes.PerDay), (int)(minute % Minutes.PerDay));

    static long Join(int day, int time) => (day * Minutes.PerDay) + time;
}
