using System.Globalization;

namespace Vigilant.Dashboard.Layout;

/// <summary>Times and durations as people say them. dashboard.js says the same while a page stays open.</summary>
public static class TimeWords
{
    public static string Exact(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var away = at - now;
        var length = away.Duration();
        return length < TimeSpan.FromSeconds(1)
            ? "now"
            : away < TimeSpan.Zero ? $"{Brief(length)} ago" : $"in {Brief(length)}";
    }

    /// <summary>One unit: <c>42 s</c>, <c>7 min</c>, <c>5 h</c>, <c>12 d</c>.</summary>
    public static string Brief(TimeSpan length) => length switch
    {
        { TotalSeconds: < 60 } => $"{(int)length.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)length.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)length.TotalHours} h",
        _ => $"{(int)length.TotalDays} d",
    };

    /// <summary>Two units: <c>1.4 s</c>, <c>7 min 20 s</c>, <c>5 h 3 min</c>.</summary>
    public static string Duration(TimeSpan length) => length switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.#} s"),
        { TotalSeconds: < 60 } => $"{length.Seconds} s",
        { TotalMinutes: < 60 } => Two(length.Minutes, "min", length.Seconds, "s"),
        { TotalHours: < 24 } => Two(length.Hours, "h", length.Minutes, "min"),
        _ => Two((int)length.TotalDays, "d", length.Hours, "h"),
    };

    static string Two(int many, string unit, int few, string smaller) =>
        few == 0 ? $"{many} {unit}" : $"{many} {unit} {few} {smaller}";
}
