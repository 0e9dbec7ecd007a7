namespace Vigilant.Server.Hosting.Settings;

/// <summary>Finds what somebody probably meant.</summary>
static class Nearest
{
    /// <summary>" Did you mean 'x'?", or nothing when nothing known is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault((Word: "", Distance: int.MaxValue));
        return best.Distance <= Math.Max(2, word.Length / 4) ? $" Did you mean '{best.Word}'?" : "";
    }

    // The fewest letters to insert, remove or replace; two swapped neighbours count as one. A row per letter of the word.
    static int Distance(string from, string to)
    {
        var rows = new List<int[]>();
        for (var i = 0; i <= from.Length; i++)
        {
            rows.Add(new int[to.Length + 1]);
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i][j] = i == 0 || j == 0 ? i + j : Cheapest(rows, from, to, i, j);
            }
        }

        return rows[^1][^1];
    }

    static int Cheapest(List<int[]> rows, string from, string to, int i, int j)
    {
        var replace = rows[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var cheapest = Math.Min(replace, Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(cheapest, rows[i - 2][j - 2] + 1) : cheapest;
    }
}
