namespace Vigilant.Domain.Schedules;

/// <summary>The three date fields in words: " on weekdays", " on day 1 of the month in January and July".</summary>
static class CronDayWords
{
    const ulong AllDays = 0xFFFF_FFFE;
    const ulong AllWeekdays = 0x7F;
    const ulong AllMonths = 0x1FFE;
    const ulong WorkingDays = 0b0111110;
    const ulong Weekend = 0b1000001;

    static readonly string[] Weekdays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    static readonly string[] Months =
    [
        "", "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static string Describe(in CronFields fields) => Days(fields) + InMonths(fields.Month);

    static string Days(in CronFields fields)
    {
        var everyDay = fields.DayOfMonth.Values == AllDays;
        var everyWeekday = fields.DayOfWeek.Values == AllWeekdays;
        var both = fields.BothDaysMustMatch;
        return (everyDay, everyWeekday) switch
        {
            (true, true) => EveryDay(fields),
            (true, false) => both ? $" on {OfWeek(fields.DayOfWeek)}" : EveryDay(fields),
            (false, true) => both ? $" on {OfMonth(fields.DayOfMonth)}" : EveryDay(fields),
            _ when both => $" on {OfMonth(fields.DayOfMonth)}, only on {OfWeek(fields.DayOfWeek)}",
            _ => $" on {OfMonth(fields.DayOfMonth)} and on {OfWeek(fields.DayOfWeek)}",
        };
    }

    static string EveryDay(in CronFields fields) => CronTimeWords.Of(fields).AreTimesOfDay ? " every day" : "";

    static string OfWeek(in CronFieldValues asked)
    {
        var days = new List<string>();
        if (asked.Values is WorkingDays or Weekend)
        {
            days.Add(asked.Values == Weekend ? "weekends" : "weekdays");
        }
        else
        {
            days.AddRange(ValueWords.Runs(asked.Values, day => $"{Weekdays[day]}s"));
        }

        for (var weekday = 0; weekday < Weekdays.Length; weekday++)
        {
            for (var nth = 1; nth <= 5; nth++)
            {
                if (asked.HasNth(weekday, nth))
                {
                    days.Add($"the {ValueWords.Ordinal(nth)} {Weekdays[weekday]} of the month");
                }
            }

            if (asked.HasLastOf(weekday))
            {
                days.Add($"the last {Weekdays[weekday]} of the month");
            }
        }

        return ValueWords.And(days);
    }

    static string OfMonth(in CronFieldValues asked)
    {
        var days = new List<string>();
        if (asked.Values != 0)
        {
            var plural = (asked.Values & (asked.Values - 1)) != 0 ? "days" : "day";
            days.Add($"{plural} {ValueWords.And(ValueWords.Runs(asked.Values, day => $"{day}"))} of the month");
        }

        if (asked.LastDay)
        {
            days.Add("the last day of the month");
        }

        if (asked.LastWeekday)
        {
            days.Add("the last weekday of the month");
        }

        return ValueWords.And(days);
    }

    static string InMonths(in CronFieldValues asked) => asked.Values == AllMonths
        ? ""
        : $" in {ValueWords.And(ValueWords.Runs(asked.Values, month => Months[month]))}";
}
