using System.Numerics;

namespace Vigilant.Domain.Schedules;

/// <summary>The minute and hour fields in words: "At 06:00 and 18:00", "Every 5 minutes from 09:00 to 17:59".</summary>
readonly struct CronTimeWords(ulong minutes, ulong hours)
{
    const int MinutesInHour = 60;
    const int HoursInDay = 24;
    const int MostTimes = 6;
    const ulong AllHours = (1UL << HoursInDay) - 1;

    int? MinuteStep => ValueWords.EvenStep(minutes, MinutesInHour);

    int FirstMinute => BitOperations.TrailingZeroCount(minutes);

    bool OneMinute => BitOperations.PopCount(minutes) == 1;

    int Times => BitOperations.PopCount(minutes) * BitOperations.PopCount(hours);

    /// <summary>A few times of day, rather than a pace.</summary>
    public bool AreTimesOfDay => Times <= MostTimes && HourStep is null && MinuteStep is null;

    int? HourStep => hours == AllHours ? 1 : ValueWords.EvenStep(hours, HoursInDay);

    public static CronTimeWords Of(in CronFields fields) => new(fields.Minute.Values, fields.Hour.Values);

    public string Describe() => AreTimesOfDay ? $"At {TimesOfDay()}" : Pace();

    string Pace() => (OneMinute, HourStep) switch
    {
        (true, 1) when FirstMinute == 0 => "Every hour",
        (true, 1) => $"Every hour at {FirstMinute} past",
        (true, { } step) when FirstMinute == 0 => $"Every {step} hours",
        (true, { } step) => $"Every {step} hours at {FirstMinute} past",
        (true, null) => $"At {FirstMinute} past {Hours()}",
        (false, 1) => MinutePace(),
        (false, { } step) => $"{MinutePace()} in every {NthHour(step)} hour",
        _ => MinuteStep is null ? $"{MinutePace()} past {Hours()}" : $"{MinutePace()} {Spans()}",
    };

    string MinutePace() => MinuteStep switch
    {
        1 => "Every minute",
        { } step => $"Every {step} minutes",
        null when hours == AllHours => $"Every hour at {MinuteList()} past",
        null => $"At {MinuteList()}",
    };

    string MinuteList() => ValueWords.And(ValueWords.Runs(minutes, minute => $"{minute}"));

    string Hours() => $"the hours {ValueWords.And(ValueWords.Runs(hours, hour => $"{hour}"))}";

    // The last minute of a span is the last of its last hour: 09:00 to 17:55 for 9-17 every five minutes.
    string Spans()
    {
        var last = BitOperations.Log2(minutes);
        var spans = new List<string>();
        for (var rest = hours; rest != 0;)
        {
            var first = BitOperations.TrailingZeroCount(rest);
            var length = BitOperations.TrailingZeroCount(~(rest >> first));
            spans.Add($"from {first:00}:00 to {first + length - 1:00}:{last:00}");
            rest &= ~(((1UL << length) - 1) << first);
        }

        return ValueWords.And(spans);
    }

    string TimesOfDay()
    {
        var all = minutes;
        return ValueWords.And([.. ValueWords.Each(hours).SelectMany(hour =>
            ValueWords.Each(all).Select(minute => $"{hour:00}:{minute:00}"))]);
    }

    static string NthHour(int step) => step switch
    {
        2 => "second",
        3 => "third",
        _ => $"{step}th",
    };
}
