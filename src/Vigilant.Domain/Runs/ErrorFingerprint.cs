using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vigilant.Domain.Runs;

/// <summary>What errors have in common once numbers, ids and quoted parts are left out: errors with one fingerprint have one cause, most often.</summary>
public static partial class ErrorFingerprint
{
    const int Longest = 160;
    const int ShortestPart = 4;
    static readonly string[] Kinds = ["class", "type", "name", "code"];
    static readonly string[] Texts = ["message", "error", "detail", "reason", "text"];

    /// <summary>Of an error as it was sent: a text, or an object that says its class and message.</summary>
    public static string Of(JsonElement error) => Of(TextOf(error));

    /// <summary>Of an error's text; its first line counts.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = FirstLine(text);
        line = Quoted().Replace(line, "‹text›");
        line = Id().Replace(line, "‹id›");
        line = Hex().Replace(line, "‹id›");
        line = Number().Replace(line, "‹n›");
        line = Blanks().Replace(line, " ").Trim();
        return line.Length == 0 ? "no text" : line.Length <= Longest ? line : line[..Longest].TrimEnd() + "…";
    }

    /// <summary>An error as one text: <c>UniqueViolation: duplicate key</c> of an object with class and message.</summary>
    public static string TextOf(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
        {
            return error.GetString()!;
        }

        if (error.ValueKind != JsonValueKind.Object)
        {
            return error.GetRawText();
        }

        var said = new[] { First(error, Kinds), First(error, Texts) }.OfType<string>().ToArray();
        return said.Length == 0 ? error.GetRawText() : string.Join(": ", said);
    }

    /// <summary>The longest part of a fingerprint that every error of it holds; null when none is long enough to be looked for.</summary>
    public static string? LongestPart(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        // The colon may stand between two fields of an error.
        var part = Between().Split(fingerprint.TrimEnd('…')).Select(one => one.Trim()).MaxBy(one => one.Length)!;
        return part.Length < ShortestPart ? null : part;
    }

    static string? First(JsonElement error, string[] names)
    {
        foreach (var name in names)
        {
            if (error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }

        return null;
    }

    // The rest of a long line would cost time and tell nothing.
    static string FirstLine(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOfAny('\n', '\r');
        var line = end < 0 ? start : start[..end];
        return line[..Math.Min(line.Length, 4 * Longest)].ToString();
    }

    [GeneratedRegex("""(?<!\w)'[^']*'|"[^"]*"|`[^`]*`|«[^»]*»""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\b0x[0-9a-fA-F]+\b|\b(?=[0-9a-fA-F]*[0-9])(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{8,}\b")]
    private static partial Regex Hex();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*")]
    private static partial Regex Number();

    [GeneratedRegex("‹[a-z]+›|: ")]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
