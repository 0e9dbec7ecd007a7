using System.Globalization;

namespace Vigilant.Domain.Runs;

/// <summary>How long something is kept, in words: <c>2d</c>, <c>12h</c>, <c>forever</c>.</summary>
public static class KeepLength
{
    /// <summary>Until somebody removes it.</summary>
    public static readonly TimeSpan Forever = TimeSpan.MaxValue;

    /// <summary>What is allowed, as an error says it.</summary>
    public const string Allowed = "is a length from 1m to 3650d, as in 30m, 12h, 2d or 8w, or forever";

    static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Most = TimeSpan.FromDays(3650);

    /// <summary>Null: it is no length, or too short or too long.</summary>
    public static TimeSpan? Parse(string? text)
    {
        if (text == "forever")
        {
            return Forever;
        }

        if (text is not { Length: > 1 } || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        return unit is { } one && count <= Most / one && one * count >= Least ? one * count : null;
    }
}
