using System.Globalization;
using System.Text;

namespace Vigilant.Domain.Jobs;

/// <summary>What names may look like: any printable text without a slash.</summary>
public static class JobNames
{
    /// <summary>In characters.</summary>
    public const int Longest = 100;

    /// <summary>Null when <paramref name="name"/> is one; else a sentence.</summary>
    public static string? Refuse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            _ when string.IsNullOrWhiteSpace(name) => "is empty; write 1 to 100 printable characters",
            _ when IsTooLong(name) => $"has more than {Longest} characters",
            _ when name.Trim().Length != name.Length => "begins or ends with a space; leave it out",
            _ when name.Contains('/', StringComparison.Ordinal)
                || name.Contains("%2F", StringComparison.OrdinalIgnoreCase) => "contains a slash; use another separator",
            _ when !IsPrintable(name) => "contains a character that cannot be printed; leave it out",
            _ => null,
        };
    }

    /// <summary>No control characters, line separators or halves of characters; line breaks and tabs only where allowed.</summary>
    public static bool IsPrintable(string text, bool withLineBreaks = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || !(IsPrintable(rune) || (withLineBreaks && IsLineBreak(rune))))
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\t';

    static bool IsTooLong(string name) => name.Length > 2 * Longest || name.EnumerateRunes().Count() > Longest;
}
