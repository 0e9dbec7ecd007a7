using System.Text;

namespace Vigilant.Domain.Jobs;

/// <summary>Names in ping addresses: lower-case letters, digits, _ and -.</summary>
public static class Slugs
{
    /// <summary>In characters.</summary>
    public const int Longest = 100;

    /// <summary>Null when <paramref name="slug"/> is one; else a sentence.</summary>
    public static string? Refuse(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        return slug.Length is 0 or > Longest || !slug.All(IsAllowed)
            ? $"must be 1 to {Longest} lower-case letters, digits, _ or -"
            : null;
    }

    /// <summary>"service-job", everything that is not allowed made a hyphen; never empty.</summary>
    public static string Of(string service, string name)
    {
        var slug = $"{Part(service)}-{Part(name)}".Trim('-');
        slug = slug.Length > Longest ? slug[..Longest].Trim('-') : slug;
        return slug.Length == 0 ? "job" : slug;
    }

    static bool IsAllowed(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-';

    static string Part(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var part = new StringBuilder();
        foreach (var letter in text.Select(char.ToLowerInvariant))
        {
            if (IsAllowed(letter))
            {
                part.Append(letter);
            }
            else if (part.Length > 0 && part[^1] != '-')
            {
                part.Append('-');
            }
        }

        return part.ToString().Trim('-');
    }
}
