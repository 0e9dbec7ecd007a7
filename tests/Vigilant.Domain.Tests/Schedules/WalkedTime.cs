namespace Vigilant.Domain.Tests.Schedules;

/// <summary>
/// The slow and obvious answer: live through every minute, look at the clock on the wall, and ask whether the job is due.
/// </summary>
static class WalkedTime
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The first slot after an instant and not after <paramref name="until"/>; else null.</summary>
    public static DateTimeOffset? Next(RandomCron cron, TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset until) =>
        Slots(cron, zone, after.AddHours(-30), until).Where(slot => slot > after).Select(slot => (DateTimeOffset?)slot)
            .FirstOrDefault();

    static IEnumerable<DateTimeOffset> Slots(RandomCron cron, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var instant = new DateTimeOffset(from.Ticks - (from.Ticks % Minute.Ticks), TimeSpan.Zero);
        var latest = Wall(zone, instant);
        while (instant < until)
        {
            instant += Minute;
            var wall = Wall(zone, instant);
            if (cron.NamesTimesOfDay ? AnyBetween(cron, latest, wall) : cron.Matches(wall))
            {
                yield return instant;
            }

            latest = wall > latest ? wall : latest;
        }
    }

    // Every minute that the wall has not shown before is lived through now, one after the other, also when it jumped.
    static bool AnyBetween(RandomCron cron, DateTime latest, DateTime wall)
    {
        for (var minute = latest + Minute; minute <= wall; minute += Minute)
        {
            if (cron.Matches(minute))
            {
                return true;
            }
        }

        return false;
    }

    static DateTime Wall(TimeZoneInfo zone, DateTimeOffset instant) =>
        instant.UtcDateTime + zone.GetUtcOffset(instant.UtcDateTime);
}
