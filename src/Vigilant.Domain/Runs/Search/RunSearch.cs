namespace Vigilant.Domain.Runs.Search;

/// <summary>What somebody typed to find runs: <c>state:failed job:billing/import* duration:>10m</c>.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Terms">What was understood of it.</param>
/// <param name="Mistakes">What was not.</param>
public sealed record RunSearch(string Text, IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SearchMistake> Mistakes)
{
    /// <summary>No search is longer; the rest would be cut off.</summary>
    public const int LongestText = 2000;

    /// <summary>The filters of all terms.</summary>
    public IEnumerable<SearchFilter> Filters => Terms.SelectMany(term => term.Filters);

    /// <param name="text">Terms with blanks between them; a value with blanks stands in quotation marks.</param>
    /// <param name="now">What <c>created:24h</c> is counted from.</param>
    public static RunSearch Parse(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<SearchTerm>();
        var mistakes = new List<SearchMistake>();
        foreach (var token in SearchToken.AllOf(text))
        {
            if (!token.IsClosed)
            {
                mistakes.Add(new(token.Text, "opens a quotation mark that nothing closes"));
            }
            else if (token.Field is null)
            {
                terms.Add(new("", token.Text, token.Start, [new(SearchFilter.Word, token.Value)]));
            }
            else
            {
                Read(token, now, terms, mistakes);
            }
        }

        return new RunSearch(text, terms, mistakes);
    }

    /// <summary>The text without one of its terms.</summary>
    public string Without(SearchTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Join(Text[..term.Start], Text[(term.Start + term.Text.Length)..]);
    }

    /// <summary>The text with a term more; terms about the same field give way to it.</summary>
    public string With(string field, string value)
    {
        var rest = Text;
        foreach (var term in Terms.Where(term => term.Field == field).OrderByDescending(term => term.Start))
        {
            rest = Join(rest[..term.Start], rest[(term.Start + term.Text.Length)..]);
        }

        return Join(rest, Term(field, value));
    }

    /// <summary>A term as it is typed: in quotation marks what would end it otherwise.</summary>
    public static string Term(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return $"{Quoted(field, field.Contains(':', StringComparison.Ordinal))}:{Quoted(value, value.Length == 0)}";
    }

    static string Quoted(string value, bool always)
    {
        return always || value.Any(one => char.IsWhiteSpace(one) || one is '"' or '\\' or ',')
            ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : value;
    }

    static void Read(SearchToken token, DateTimeOffset now, List<SearchTerm> terms, List<SearchMistake> mistakes)
    {
        var filters = new List<SearchFilter>();
        var before = mistakes.Count;
        var field = SearchFields.Read(token, now, filters, why => mistakes.Add(new(token.Text, why)));
        if (mistakes.Count == before)
        {
            terms.Add(new(field, token.Text, token.Start, filters));
        }
    }

    static string Join(string before, string after) => $"{before.TrimEnd()} {after.TrimStart()}".Trim();
}
