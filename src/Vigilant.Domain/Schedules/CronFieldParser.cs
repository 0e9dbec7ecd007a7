using static Vigilant.Domain.Schedules.ScheduleParse;

namespace Vigilant.Domain.Schedules;

/// <summary>Reads one field. Every value is bounded before anything is expanded.</summary>
sealed class CronFieldParser(CronField field, string text)
{
    ulong _values;
    ulong _nth;
    byte _lastOf;
    bool _lastDay;
    bool _lastWeekday;

    public static Refused? Parse(CronField field, string text, Range range, out CronFieldValues values)
    {
        var (from, to) = (range.Start.Value, range.End.Value);
        var parser = new CronFieldParser(field, text);
        var problem = parser.List(from, to);
        values = parser.Values(startsWithStar: text[from] == '*');
        return problem;
    }

    Refused? List(int from, int to)
    {
        while (true)
        {
            var comma = text.IndexOf(',', from, to - from);
            var end = comma < 0 ? to : comma;
            if (Item(from, end) is { } problem)
            {
                return problem;
            }

            if (comma < 0)
            {
                return null;
            }

            from = comma + 1;
        }
    }

    Refused? Item(int from, int to)
    {
        var slash = text.IndexOf('/', from, to - from);
        if (slash < 0)
        {
            return Special(from, to, out var problem) ? problem : Span(from, to, step: 1, open: false);
        }

        return Step(slash + 1, to, out var step) is { } wrong ? wrong
            : LastDay(from, slash) ? null
            : Span(from, slash, step, open: true);
    }

    bool Special(int from, int to, out Refused? problem)
    {
        problem = null;
        if (field == CronField.DayOfMonth)
        {
            return LastDay(from, to);
        }

        if (field != CronField.DayOfWeek || from == to)
        {
            return false;
        }

        var hash = text.IndexOf('#', from, to - from);
        if (hash >= 0)
        {
            problem = Nth(from, hash, to);
            return true;
        }

        if (text[to - 1] is 'L' or 'l')
        {
            problem = LastOf(from, to - 1);
            return true;
        }

        return false;
    }

    bool LastDay(int from, int to)
    {
        var word = text.AsSpan(from, to - from);
        var (last, weekday) = field == CronField.DayOfMonth
            ? (word.Equals("L", StringComparison.OrdinalIgnoreCase), word.Equals("LW", StringComparison.OrdinalIgnoreCase))
            : (false, false);
        _lastDay |= last;
        _lastWeekday |= weekday;
        return last || weekday;
    }

    Refused? Nth(int from, int hash, int to)
    {
        if (Value(from, hash, out var weekday) is { } problem)
        {
            return problem;
        }

        if (!Number(hash + 1, to, out var nth) || nth is < 1 or > 5)
        {
            return Refuse(hash + 1, $"'{text[(hash + 1)..to]}'", "is out of range after #", "1 to 5 is allowed");
        }

        _nth |= CronFieldValues.NthBit(weekday % 7, nth);
        return null;
    }

    Refused? LastOf(int from, int to)
    {
        if (!Number(from, to, out var weekday))
        {
            return NotUnderstood(from, to + 1);
        }

        if (weekday > field.Most)
        {
            return OutOfRange(from, to);
        }

        _lastOf |= (byte)(1 << (weekday % 7));
        return null;
    }

    Refused? Span(int from, int to, int step, bool open)
    {
        var (least, most) = (field.Least, field.Most);
        if (text.AsSpan(from, to - from) is not "*")
        {
            var dash = text.IndexOf('-', from, to - from);
            if (Value(from, dash < 0 ? to : dash, out least) is { } wrongStart)
            {
                return wrongStart;
            }

            most = open ? field.Most : least;
            if (dash >= 0 && Value(dash + 1, to, out most) is { } wrongEnd)
            {
                return wrongEnd;
            }

            if (most < least)
            {
                return Refuse(from, $"the range {text[from..to]}", "runs backwards", field == CronField.DayOfWeek
                    ? "write the lower end first (a Sunday at the end is 7), or a list such as SAT,SUN"
                    : "write the lower end first, or two ranges with a comma between them");
            }
        }

        for (var value = least; value <= most; value += step)
        {
            _values |= 1UL << value;
        }

        return null;
    }

    Refused? Step(int from, int to, out int step) => !Number(from, to, out step) || step < 1
        ? Refuse(from, from == to ? "the step" : $"the step '{text[from..to]}'", from == to ? "is missing" : "is not allowed",
            "a step is a whole number from 1, as in */5")
        : null;

    Refused? Value(int from, int to, out int value)
    {
        if (from == to)
        {
            value = 0;
            return Refuse(from, "a value", "is missing", field.Allowed);
        }

        if (Number(from, to, out value))
        {
            return value < field.Least || value > field.Most ? OutOfRange(from, to) : null;
        }

        for (var name = 0; name < field.Names.Count; name++)
        {
            if (text.AsSpan(from, to - from).Equals(field.Names[name], StringComparison.OrdinalIgnoreCase))
            {
                value = field.Least + name;
                return null;
            }
        }

        return NotUnderstood(from, to);
    }

    bool Number(int from, int to, out int number)
    {
        const int enough = 1000;
        number = 0;
        for (var at = from; at < to; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                return false;
            }

            number = Math.Min((number * 10) + (text[at] - '0'), enough);
        }

        return from < to;
    }

    CronFieldValues Values(bool startsWithStar) => new(
        field == CronField.DayOfWeek ? (_values & 0x7F) | (_values >> 7) : _values,
        startsWithStar, _lastDay, _lastWeekday, _lastOf, _nth);

    Refused OutOfRange(int from, int to) => Refuse(from, text[from..to], "is out of range", field.Allowed);

    Refused NotUnderstood(int from, int to) => Refuse(from, $"'{text[from..to]}'", "is not understood", field.Allowed);

    Refused Refuse(int at, string what, string verdict, string allowed) =>
        new("schedule", at + 1, $"{field.Name}: {what} at character {at + 1} {verdict}; {allowed}");
}
