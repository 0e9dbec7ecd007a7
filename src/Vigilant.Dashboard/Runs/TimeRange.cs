using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vigilant.Dashboard.Runs;

/// <summary>From when until when a page tells of runs.</summary>
/// <param name="Word">Its name when it ends now: <c>24h</c>; null: it was chosen by its ends.</param>
public sealed record TimeRange(string? Word, DateTimeOffset From, DateTimeOffset Until)
{
    const string Usual = "24h";
    static readonly (string Word, string Title, TimeSpan Length)[] Known =
    [
        ("1h", "1 hour", TimeSpan.FromHours(1)),
        (Usual, "24 hours", TimeSpan.FromHours(24)),
        ("7d", "7 days", TimeSpan.FromDays(7)),
        ("30d", "30 days", TimeSpan.FromDays(30)),
    ];

    /// <summary>The ones to choose from by a click.</summary>
    public static IEnumerable<(string Word, string Title)> Choices => Known.Select(one => (one.Word, one.Title));

    public TimeSpan Length => Until - From;

    /// <summary>Reads <c>range</c>, or <c>from</c> and <c>to</c>; what cannot be read is the last 24 hours.</summary>
    public static TimeRange Of(IQueryCollection query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (from, until) = (Time(query["from"]), Time(query["to"]) ?? now);
        if (from is { } begin && begin < until)
        {
            return new(null, begin, until);
        }

        var word = query["range"].ToString();
        var (name, _, length) = Array.Find(Known, one => one.Word == word) is { Word: not null } found ? found : Known[1];
        return new(name, now - length, now);
    }

    /// <summary>As it stands in an address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parts() => Word is { } word
        ? [new("range", word == Usual ? null : word)]
        : [new("from", Iso(From)), new("to", Iso(Until))];

    /// <summary>What its runs are searched for by; one that ends now has no end, so that what comes meanwhile is found too.</summary>
    public string Term() => Word is null ? Term(From, Until) : $"created:>{Iso(From)}";

    public static string Term(DateTimeOffset from, DateTimeOffset until) => $"created:{Iso(from)}..{Iso(until)}";

    /// <summary>As a field of a form shows it, in UTC.</summary>
    public static string Local(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && at.Year is > 1970 and < 3000 ? at : null;
}
