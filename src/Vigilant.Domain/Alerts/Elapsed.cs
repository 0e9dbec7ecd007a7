namespace Vigilant.Domain.Alerts;

/// <summary>Lengths of time in words, in at most two units: "45 seconds", "32 minutes", "2 days 4 hours".</summary>
public static class Elapsed
{
    static readonly (string Word, long Seconds)[] Units = [("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)];

    public static string InWords(TimeSpan length)
    {
        var seconds = (long)Math.Floor(length.TotalSeconds);
        if (seconds < 1)
        {
            return "less than a second";
        }

        var first = Array.FindIndex(Units, unit => seconds >= unit.Seconds);
        var whole = Count(seconds / Units[first].Seconds, Units[first].Word);
        var rest = first + 1 < Units.Length ? seconds % Units[first].Seconds / Units[first + 1].Seconds : 0;
        return rest == 0 ? whole : $"{whole} {Count(rest, Units[first + 1].Word)}";
    }

    static string Count(long number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
