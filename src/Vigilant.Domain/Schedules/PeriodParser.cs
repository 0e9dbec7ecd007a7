using static Vigilant.Domain.Schedules.ScheduleParse;

namespace Vigilant.Domain.Schedules;

/// <summary>Reads "every 30s", "every 1h30m", "every 90 seconds", "every day".</summary>
sealed class PeriodParser(string text)
{
    const string Example = "write it as in every 30s, every 5m, every 1h30m, every 1d or every 2w";

    int _at;
    int _lastUnit = int.MaxValue;
    long _seconds;

    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the word "every" has ended.</param>
    public static ScheduleParse Parse(string text, int start) => new PeriodParser(text) { _at = start }.Parse();

    ScheduleParse Parse()
    {
        SkipSpace();
        var start = _at;
        if (_at == text.Length)
        {
            return Refuse(start, $"period: the length is missing at character {start + 1}; {Example}");
        }

        for (; _at < text.Length; SkipSpace())
        {
            if (Part(countIsOptional: _at == start) is { } problem)
            {
                return problem;
            }
        }

        return _seconds is >= 1 and <= 365 * 24 * 3600
            ? new Parsed(new Period(TimeSpan.FromSeconds(_seconds)))
            : Refuse(start, $"period: {text[start..].Trim()} at character {start + 1} is out of range; "
                + "1 second to 365 days is allowed");
    }

    Refused? Part(bool countIsOptional)
    {
        var start = _at;
        var count = Count();
        if (_at == start && !(countIsOptional && char.IsAsciiLetter(text[_at])))
        {
            return Refuse(start, $"period: '{text[start]}' at character {start + 1} is not understood; {Example}");
        }

        SkipSpace();
        var word = Word();
        if (PeriodUnit.Find(word) is not { } unit)
        {
            var found = word.Length == 0 ? "a unit is missing" : $"the unit '{word}'";
            var verdict = word.Length == 0 ? "" : " is not known";
            return Refuse(_at - word.Length, $"period: {found} at character {_at - word.Length + 1}{verdict}; "
                + "s, m, h, d and w are allowed (months and years are a matter for cron)");
        }

        if (unit.Seconds >= _lastUnit)
        {
            return Refuse(start, $"period: {text[start.._at]} at character {start + 1} is out of order; "
                + "longer units come first and each comes once, as in 1h30m");
        }

        _lastUnit = unit.Seconds;
        _seconds += count * unit.Seconds;
        return null;
    }

    long Count()
    {
        if (!char.IsAsciiDigit(text[_at]))
        {
            return 1;
        }

        const long enough = 1_000_000_000;
        var count = 0L;
        for (; _at < text.Length && char.IsAsciiDigit(text[_at]); _at++)
        {
            count = Math.Min((count * 10) + (text[_at] - '0'), enough);
        }

        return count;
    }

    string Word()
    {
        var start = _at;
        while (_at < text.Length && char.IsLetter(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    static Refused Refuse(int at, string why) => new("schedule", at + 1, why);
}
