namespace Vigilant.Domain.Schedules;

/// <summary>
/// Which days of a month a cron schedule asks for depends on two things alone: how long the month is and on which day
/// of the week it starts. So there are 28 answers, found once.
/// </summary>
static class MonthShapes
{
    public const int Count = 4 * 7;

    public static int Of(int length, int firstWeekday) => ((length - 28) * 7) + firstWeekday;

    /// <summary>For each shape the days that match: bit 1 is the first day of the month.</summary>
    public static uint[] Matching(in CronFields fields)
    {
        var shapes = new uint[Count];
        for (var length = 28; length <= 31; length++)
        {
            for (var firstWeekday = 0; firstWeekday < 7; firstWeekday++)
            {
                shapes[Of(length, firstWeekday)] = DaysMatching(fields, length, firstWeekday);
            }
        }

        return shapes;
    }

    static uint DaysMatching(in CronFields fields, int length, int firstWeekday)
    {
        var days = 0u;
        for (var day = 1; day <= length; day++)
        {
            var byMonth = MatchesMonth(fields.DayOfMonth, day, length, firstWeekday);
            var byWeek = MatchesWeek(fields.DayOfWeek, day, length, (firstWeekday + day - 1) % 7);
            if (fields.BothDaysMustMatch ? byMonth && byWeek : byMonth || byWeek)
            {
                days |= 1u << day;
            }
        }

        return days;
    }

    static bool MatchesMonth(in CronFieldValues asked, int day, int length, int firstWeekday) =>
        asked.Has(day)
        || (asked.LastDay && day == length)
        || (asked.LastWeekday && day == LastWeekdayOf(length, firstWeekday));

    static bool MatchesWeek(in CronFieldValues asked, int day, int length, int weekday) =>
        asked.Has(weekday)
        || asked.HasNth(weekday, ((day - 1) / 7) + 1)
        || (asked.HasLastOf(weekday) && day + 7 > length);

    static int LastWeekdayOf(int length, int firstWeekday) => ((firstWeekday + length - 1) % 7) switch
    {
        0 => length - 2,
        6 => length - 1,
        _ => length,
    };
}
