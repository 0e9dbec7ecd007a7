using static Vigilant.Domain.Schedules.ScheduleParse;

namespace Vigilant.Domain.Schedules;

/// <summary>Reads five fields, or a word that stands for them.</summary>
static class CronParser
{
    const string FiveFields = "minute, hour, day of month, month and day of week, as in 0 6 * * 1-5";

    public static ScheduleParse Parse(string text, TimeZoneInfo zone)
    {
        var words = Words(text);
        if (words.Count == 1 && text[words[0]] is ['@', ..] macro)
        {
            return CronMacro.Fields(macro) is { } fields
                ? Parse(fields, Words(fields), macro, zone)
                : Refuse(words[0].Start.Value, $"{macro} is not known; {CronMacro.All} are allowed");
        }

        return words.Count == CronField.All.Count
            ? Parse(text, words, string.Join(' ', words.Select(word => text[word])), zone)
            : WrongCount(text, words);
    }

    static ScheduleParse Parse(string text, List<Range> words, string canonical, TimeZoneInfo zone)
    {
        Span<CronFieldValues> values = stackalloc CronFieldValues[words.Count];
        for (var field = 0; field < words.Count; field++)
        {
            if (CronFieldParser.Parse(CronField.All[field], text, words[field], out values[field]) is { } problem)
            {
                return problem;
            }
        }

        var fields = new CronFields(values[0], values[1], values[2], values[3], values[4]);
        var schedule = new CronSchedule(canonical, fields, zone);
        return schedule.CanHappen ? new Parsed(schedule) : NeverHappens(canonical, schedule);
    }

    static Refused NeverHappens(string canonical, CronSchedule schedule) => new("schedule", null,
        $"{canonical} never happens in {schedule.Zone.Id}; no year has such a day, or the clocks always skip such a time");

    static Refused WrongCount(string text, List<Range> words) => words switch
    {
        [var first, ..] when text[first].Contains('=', StringComparison.Ordinal) =>
            Refuse(first.Start.Value, "a schedule holds no settings such as CRON_TZ=; give the zone as timezone"),
        [var only] => Refuse(only.Start.Value,
            $"'{text[only]}' is not understood; write a period as in every 5m, or five cron fields: {FiveFields}"),
        { Count: 6 } => Refuse(words[5].Start.Value,
            $"six fields are not supported, seconds are not counted; write five: {FiveFields}"),
        { Count: < 5 } => Refuse(null, $"a cron schedule has five fields, this one has {words.Count}; write {FiveFields}"),
        _ => Refuse(words[5].Start.Value,
            $"a cron schedule has five fields, this one has {words.Count}; write {FiveFields}, and no command behind them"),
    };

    static Refused Refuse(int? at, string why) => new("schedule", at + 1, why);

    static List<Range> Words(string text)
    {
        var words = new List<Range>();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            words.Add(start..at);
        }

        return words;
    }
}
