using System.Globalization;

namespace Vigilant.Domain.Runs.Search;

/// <summary>Times: <c>24h</c> (the last ones), <c>2026-11-01</c> (that day), <c>>2026-11-01T06:00</c>, <c>a..b</c>, <c>&lt;now-7d</c>; in UTC.</summary>
static class SearchTimes
{
    const string Day = "yyyy-MM-dd";
    const string Example = "as in 24h, today, 2026-11-01, >2026-11-01T06:00, <now-7d or 2026-11-01..2026-11-08";

    public static void Read(string field, string value, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        var (from, until) = SearchLengths.Split(value) switch
        {
            (null, null) => Whole(value, now),
            var (after, before) => (after is null ? null : Instant(after, now), before is null ? null : Instant(before, now)),
        };
        if ((from ?? until) is null || (from is null && value.Contains("..", StringComparison.Ordinal)))
        {
            complain($"needs a time, {Example}");
        }
        else if (from >= until)
        {
            complain("ends before it begins");
        }

        Add($"{field}_after", from, filters);
        Add($"{field}_before", until, filters);
    }

    /// <summary>A time with no sign before it: a day, or a length that ends now.</summary>
    static (DateTimeOffset? From, DateTimeOffset? Until) Whole(string value, DateTimeOffset now)
    {
        if (DayOf(value, now) is { } day)
        {
            return (day, day.AddDays(1));
        }

        return SearchLengths.Parse(value) is { } length && length > TimeSpan.Zero && length < now - DateTimeOffset.UnixEpoch
            ? (now - length, null)
            : (null, null);
    }

    static DateTimeOffset? Instant(string value, DateTimeOffset now)
    {
        if (DayOf(value, now) is { } day)
        {
            return day;
        }

        if (value.StartsWith("now", StringComparison.Ordinal))
        {
            return value == "now" ? now : value[3] == '-' && SearchLengths.Parse(value[4..]) is { } ago && ago < now - DateTimeOffset.UnixEpoch ? now - ago : null;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return value.Length >= Day.Length && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, utc, out var at)
            && at.Year is > 1970 and < 3000 ? at : null;
    }

    static DateTimeOffset? DayOf(string value, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return value switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            _ => DateTimeOffset.TryParseExact(value, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                && day.Year is > 1970 and < 3000 ? day : null,
        };
    }

    static void Add(string filter, DateTimeOffset? at, List<SearchFilter> filters)
    {
        if (at is { } time)
        {
            filters.Add(new(filter, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)));
        }
    }
}
