using System.Text;

namespace Vigilant.Domain.Runs.Search;

/// <summary>A piece of a search between blanks.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Field">What stands before the first colon; null: there is none.</param>
/// <param name="Value">What stands behind it, without quotation marks.</param>
/// <param name="Parts">The value by its commas; those in quotation marks do not count.</param>
/// <param name="IsClosed">Whether every quotation mark has its partner.</param>
sealed record SearchToken(int Start, string Text, string? Field, string Value, IReadOnlyList<string> Parts, bool IsClosed)
{
    public static IEnumerable<SearchToken> AllOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = ReadOne(text, at);
            yield return token;
            at += token.Text.Length;
        }
    }

    static SearchToken ReadOne(string text, int start)
    {
        var (value, part) = (new StringBuilder(), new StringBuilder());
        var parts = new List<string>();
        string? field = null;
        var quoted = false;
        var at = start;
        for (; at < text.Length && (quoted || !char.IsWhiteSpace(text[at])); at++)
        {
            var one = text[at];
            if (quoted && one == '\\' && at + 1 < text.Length)
            {
                one = text[++at];
            }
            else if (one == '"')
            {
                quoted = !quoted;
                continue;
            }
            else if (one == ':' && field is null && !quoted)
            {
                field = value.ToString();
                value.Clear();
                part.Clear();
                continue;
            }
            else if (one == ',' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                value.Append(one);
                continue;
            }

            value.Append(one);
            part.Append(one);
        }

        parts.Add(part.ToString());
        return new SearchToken(start, text[start..at], field, value.ToString(), parts, !quoted);
    }
}
