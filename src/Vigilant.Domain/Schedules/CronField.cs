namespace Vigilant.Domain.Schedules;

/// <summary>One of the five fields of a cron schedule: its name and what it allows.</summary>
sealed record CronField(string Name, int Least, int Most, string Allowed)
{
    public static readonly CronField Minute = new("minute", 0, 59, "0 to 59 is allowed");

    public static readonly CronField Hour = new("hour", 0, 23, "0 to 23 is allowed");

    public static readonly CronField DayOfMonth =
        new("day of month", 1, 31, "1 to 31, L (the last day) and LW (the last weekday) are allowed");

    public static readonly CronField Month = new("month", 1, 12, "1 to 12 or JAN to DEC is allowed")
    {
        Names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
    };

    public static readonly CronField DayOfWeek = new("day of week", 0, 7,
        "0 to 7 or SUN to SAT (0 and 7 are Sunday), MON#2 (the second Monday) and 5L (the last Friday) are allowed")
    {
        Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    };

    /// <summary>In the order in which they are written.</summary>
    public static readonly IReadOnlyList<CronField> All = [Minute, Hour, DayOfMonth, Month, DayOfWeek];

    /// <summary>Names of the values from <see cref="Least"/> on; none for most fields.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
