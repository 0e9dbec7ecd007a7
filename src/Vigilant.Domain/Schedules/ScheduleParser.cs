using static Vigilant.Domain.Schedules.ScheduleParse;

namespace Vigilant.Domain.Schedules;

/// <summary>Reads what people write for a schedule. Never throws.</summary>
public static class ScheduleParser
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int LongestText = 200;

    /// <param name="text">A period ("every 5m"), five cron fields, or a word such as @daily.</param>
    /// <param name="timezone">A name of the tz database; null or empty is UTC. Periods do not need it.</param>
    public static ScheduleParse Parse(string text, string? timezone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refused("schedule", null, "the schedule is empty; write every 5m or five cron fields as in 0 6 * * *");
        }

        if (text.Length > LongestText)
        {
            return new Refused("schedule", LongestText + 1,
                $"the schedule has {text.Length} characters; {LongestText} are allowed");
        }

        return ZoneNames.Find(timezone, out var why) is { } zone
            ? Parse(text, zone)
            : new Refused("timezone", null, why);
    }

    static ScheduleParse Parse(string text, TimeZoneInfo zone)
    {
        const string every = "every";
        var start = text.Length - text.TrimStart().Length;
        var behind = start + every.Length;
        var isPeriod = text.AsSpan(start).StartsWith(every, StringComparison.OrdinalIgnoreCase)
            && (behind == text.Length || !char.IsLetter(text[behind]));
        return isPeriod ? PeriodParser.Parse(text, behind) : CronParser.Parse(text, zone);
    }
}
