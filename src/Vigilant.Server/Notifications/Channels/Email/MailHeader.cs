using System.Text;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Text as a header may hold it (RFC 2047). Nothing in it can begin another header.</summary>
static class MailHeader
{
    const int LongestPlain = 70;
    const int LongestWord = 45;

    public static string Encode(string text)
    {
        var clean = OneLine(text);
        return clean.Length <= LongestPlain && IsPlain(clean) ? clean : Words(clean);
    }

    /// <summary>A name before an address.</summary>
    public static string Phrase(string text)
    {
        var clean = OneLine(text);
        return clean.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ') ? clean : Words(clean);
    }

    static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();

    static bool IsPlain(string text) =>
        text.All(letter => letter is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    static string Words(string text) => string.Join("\r\n ", Pieces(text).Select(piece => $"=?utf-8?B?{piece}?="));

    // Cut between whole letters: each word must be decodable by itself.
    static IEnumerable<string> Pieces(string text)
    {
        var piece = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Count + rune.Utf8SequenceLength > LongestWord)
            {
                yield return Convert.ToBase64String([.. piece]);
                piece.Clear();
            }

            piece.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        yield return Convert.ToBase64String([.. piece]);
    }
}
