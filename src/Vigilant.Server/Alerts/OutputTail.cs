using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Vigilant.Server.Alerts;

/// <summary>The end of what a signal carried, as text that every message and jsonb can hold.</summary>
static partial class OutputTail
{
    public const int Characters = 2000;

    /// <summary>No character needs more than four bytes.</summary>
    public const int Bytes = Characters * 4;

    static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))]);

    public static string Of(byte[] tail)
    {
        var text = Readable(Encoding.UTF8.GetString(tail.AsSpan(CutInside(tail))));
        return text.Length <= Characters ? text : LastOf(text);
    }

    /// <summary>Without colours for terminals, without control characters but line breaks and tabs, and without halves of surrogate pairs.</summary>
    public static string Readable(string text)
    {
        // Nearly every text is fit as it is, and thousands may be read in one storm.
        if (!text.AsSpan().ContainsAny(Suspects) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in Colours().Replace(text, "").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    // What a terminal takes for a command: ESC [ parameters letter.
    [GeneratedRegex(@"\x1B\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex Colours();

    // Only a tail of full length can have been cut, and then its first bytes can be the rest of a character.
    static int CutInside(byte[] tail)
    {
        var start = 0;
        while (tail.Length == Bytes && start < 3 && (tail[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return start;
    }

    static string LastOf(string text)
    {
        var start = text.Length - Characters;
        return text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }
}
