using System.Globalization;

namespace Vigilant.Domain;

/// <summary>Numbers and times as people say them.</summary>
public static class Words
{
    /// <summary>"1 missed run", "4 missed runs".</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The two largest parts: "90 seconds" is "1 minute 30 seconds", "26 hours" is "1 day 2 hours".</summary>
    public static string Length(TimeSpan length)
    {
        if (length < TimeSpan.FromSeconds(1))
        {
            return Count((long)length.TotalMilliseconds, "millisecond");
        }

        var parts = new (long Number, string Noun)[]
        {
            (length.Days, "day"), (length.Hours, "hour"), (length.Minutes, "minute"), (length.Seconds, "second"),
        };
        return string.Join(' ', parts.SkipWhile(part => part.Number == 0).Take(2)
            .Where(part => part.Number > 0).Select(part => Count(part.Number, part.Noun)));
    }

    /// <summary>"2026-11-21 06:00:00 UTC".</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
