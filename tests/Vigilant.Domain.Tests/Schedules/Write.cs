using System.Globalization;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

/// <summary>Short ways to write schedules and instants in tests.</summary>
static class Write
{
    public static Schedule Schedule(string text, string? zone = null) =>
        ScheduleParser.Parse(text, zone) switch
        {
            ScheduleParse.Parsed parsed => parsed.Schedule,
            ScheduleParse.Refused refused => throw new ArgumentException($"{text}: {refused.Why}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static ScheduleParse.Refused Refusal(string text, string? zone = null) =>
        Assert.IsType<ScheduleParse.Refused>(ScheduleParser.Parse(text, zone));

    /// <summary>Instants as "2021-03-28 04:00+03".</summary>
    public static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(
        text,
        ["yyyy-MM-dd HH:mmzz", "yyyy-MM-dd HH:mm:sszz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz",
            "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'"],
        CultureInfo.InvariantCulture,
        text.EndsWith('Z') ? DateTimeStyles.AssumeUniversal : DateTimeStyles.None);

    public static DateTimeOffset?[] Nexts(Schedule schedule, string after, int count)
    {
        var nexts = new DateTimeOffset?[count];
        DateTimeOffset? at = Instant(after);
        for (var each = 0; each < count; each++)
        {
            at = at is { } known ? schedule.Next(known) : null;
            nexts[each] = at;
        }

        return nexts;
    }
}
