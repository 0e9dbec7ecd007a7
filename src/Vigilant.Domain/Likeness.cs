namespace Vigilant.Domain;

/// <summary>Finds what somebody perhaps meant.</summary>
public static class Likeness
{
    /// <summary>The known word nearest to <paramref name="word"/>; null when none is near.</summary>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        const int longest = 60;
        if (word.Length > longest)
        {
            return null;
        }

        var limit = Math.Max(1, word.Length / 3);
        return known
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>How many letters have to be changed, added or left out to make the one of the other.</summary>
    internal static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var changed = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
