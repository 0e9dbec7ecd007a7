namespace Vigilant.Domain.Schedules;

/// <summary>Time counted in whole minutes since the start of the year 1, UTC or local.</summary>
static class Minutes
{
    public const long PerDay = 24 * 60;

    /// <summary>The first minute after the year 9999.</summary>
    public const long End = 3_652_059 * PerDay;

    /// <summary>No minute at all.</summary>
    public const long None = -1;

    public static long AtOrBefore(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>Less than zero when there is none.</summary>
    public static long Before(DateTimeOffset instant) =>
        ((instant.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute) - 1;

    public static DateTimeOffset? ToInstant(long minute) => minute is >= 0 and < End
        ? new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero)
        : null;

    public static DateTime ToDateTime(long minute) =>
        new(Math.Clamp(minute, 0, End - 1) * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
}
