namespace Vigilant.Domain.Schedules;

sealed record PeriodUnit(char Letter, string Word, string Short, int Seconds)
{
    /// <summary>From the longest to the shortest.</summary>
    public static readonly IReadOnlyList<PeriodUnit> All =
    [
        new('w', "week", "wk", 7 * 24 * 3600),
        new('d', "day", "day", 24 * 3600),
        new('h', "hour", "hr", 3600),
        new('m', "minute", "min", 60),
        new('s', "second", "sec", 1),
    ];

    /// <summary>The longest unit in which a length is a whole number, and that number.</summary>
    public static (long Count, PeriodUnit Unit) LargestIn(TimeSpan length)
    {
        var seconds = length.Ticks / TimeSpan.TicksPerSecond;
        var unit = All.First(unit => seconds % unit.Seconds == 0);
        return (seconds / unit.Seconds, unit);
    }

    /// <summary>Finds a unit by any of its spellings: s, sec, secs, second, seconds.</summary>
    public static PeriodUnit? Find(ReadOnlySpan<char> word)
    {
        foreach (var unit in All)
        {
            if (unit.IsCalled(word) || (word.Length > 2 && word[^1] is 's' or 'S' && unit.IsCalled(word[..^1])))
            {
                return unit;
            }
        }

        return null;
    }

    bool IsCalled(ReadOnlySpan<char> word) =>
        word.Equals([Letter], StringComparison.OrdinalIgnoreCase)
        || word.Equals(Word, StringComparison.OrdinalIgnoreCase)
        || word.Equals(Short, StringComparison.OrdinalIgnoreCase);
}
