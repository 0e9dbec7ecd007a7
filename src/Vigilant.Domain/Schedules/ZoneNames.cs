namespace Vigilant.Domain.Schedules;

/// <summary>Finds zones by the names of the tz database, and names what was perhaps meant.</summary>
static class ZoneNames
{
    const int LongestName = 64;
    const int LongestGuess = 2;

    static readonly Lazy<TimeZoneInfo[]> Known = new(() => [.. TimeZoneInfo.GetSystemTimeZones()]);

    /// <returns>Null when there is none; then <paramref name="why"/> is a sentence.</returns>
    public static TimeZoneInfo? Find(string? name, out string why)
    {
        why = "";
        var wanted = name?.Trim() ?? "";
        if (wanted is "" || wanted.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return TimeZoneInfo.Utc;
        }

        if (wanted.Length > LongestName)
        {
            why = $"the zone has {wanted.Length} characters; {LongestName} are allowed";
            return null;
        }

        // The framework finds what it has met before in any case of letters; the answer must not depend on that.
        if (IsName(wanted) && TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone) && zone.Id == wanted)
        {
            return zone;
        }

        // Only now: the list reads every zone there is.
        if (Listed(wanted) is { } listed)
        {
            return listed;
        }

        why = $"the zone '{wanted}' is not known; {Advice(wanted)}";
        return null;
    }

    static TimeZoneInfo? Listed(string wanted) =>
        Array.Find(Known.Value, zone => zone.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase));

    // The framework looks a name up as a file below the tz database: only names may reach it, and only those that
    // mean the same zone on every machine.
    static bool IsName(string wanted) =>
        char.IsAsciiLetter(wanted[0])
        && wanted.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
        && !wanted.StartsWith("posix", StringComparison.OrdinalIgnoreCase)
        && !wanted.StartsWith("right/", StringComparison.OrdinalIgnoreCase)
        && !wanted.Equals("localtime", StringComparison.OrdinalIgnoreCase)
        && !wanted.Equals("local", StringComparison.OrdinalIgnoreCase)
        && !wanted.Equals("Factory", StringComparison.OrdinalIgnoreCase);

    static string Advice(string wanted)
    {
        if (Known.Value.Length < 2)
        {
            return "this machine has no tz database: install the package tzdata and start Vigilant again";
        }

        return Like(wanted) is { } meant
            ? $"did you mean {meant}?"
            : "write a name of the tz database, as in Europe/Berlin or UTC";
    }

    static string? Like(string wanted)
    {
        var plain = Plain(wanted);
        return Known.Value
            .Select(zone => (zone.Id, Distance: Distance(plain, zone.Id)))
            .Where(found => found.Distance <= LongestGuess)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Id, StringComparer.Ordinal)
            .Select(found => found.Id)
            .FirstOrDefault();
    }

    static int Distance(string plain, string id)
    {
        var whole = Plain(id);
        var city = whole[(whole.LastIndexOf('/') + 1)..];
        return Math.Min(EditDistance(plain, whole), plain == city ? 0 : EditDistance(plain, city) + 1);
    }

    static string Plain(string name) => name.ToUpperInvariant().Replace(' ', '_');

    // Names of very different lengths are not measured: there are hundreds of zones.
    static int EditDistance(string left, string right) =>
        Math.Abs(left.Length - right.Length) > LongestGuess ? LongestGuess + 1 : Likeness.Distance(left, right);
}
