using System.Globalization;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Runs.Search;

/// <summary>Lengths of time: <c>>10m</c>, <c>&lt;5s</c>, <c>1m..5m</c>.</summary>
static class SearchLengths
{
    public static void Read(string value, List<SearchFilter> filters, Action<string> complain)
    {
        var (over, under) = Split(value);
        if (over is null && under is null)
        {
            complain("needs > or <, as in duration:>10m, or a range, as in duration:1m..5m");
            return;
        }

        Add("duration_over", over, filters, complain);
        Add("duration_under", under, filters, complain);
    }

    /// <summary><c>90</c> (seconds), <c>10m</c>, <c>1h30m</c>.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return ScheduleParser.Parse($"every {text}", "UTC") is ScheduleParse.Parsed { Schedule: Period period } ? period.Length : null;
    }

    /// <summary>The two ends of <c>a..b</c>, <c>>a</c> or <c>&lt;b</c>; both null when it is none of them.</summary>
    public static (string? Over, string? Under) Split(string value)
    {
        if (value.Length > 1 && value[0] is '>' or '<')
        {
            var end = value.TrimStart('>', '<', '=');
            return value[0] == '>' ? (end, null) : (null, end);
        }

        var dots = value.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && dots < value.Length - 2 ? (value[..dots], value[(dots + 2)..]) : (null, null);
    }

    static void Add(string filter, string? text, List<SearchFilter> filters, Action<string> complain)
    {
        if (text is null)
        {
            return;
        }

        if (Parse(text) is { } length)
        {
            filters.Add(new(filter, length.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            complain($"needs a length of time; {text} is none, 10m, 90s and 1h are");
        }
    }
}
