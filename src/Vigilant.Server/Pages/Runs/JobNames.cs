using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs.Search;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Which jobs the words and stars of a search mean.</summary>
sealed class JobNames(NpgsqlDataSource database)
{
    public const int Most = 2000;
    static readonly string Like = Sql.Of<JobNames>("jobs_like.sql");

    /// <summary>Null: the search says nothing of jobs that names alone would not say.</summary>
    public async Task<IReadOnlyList<string>?> FindAsync(Guid project, RunSearch search, CancellationToken stopping)
    {
        var like = Values(search, SearchFilter.JobLike);
        var words = Values(search, SearchFilter.Word);
        if (like.Length + words.Length == 0)
        {
            return null;
        }

        string[] patterns = [.. like.Select(Pattern), .. Values(search, "job").Select(Escape)];
        await using var command = database.CreateCommand(Like);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("patterns", NpgsqlDbType.Array | NpgsqlDbType.Text, patterns.Length == 0 ? null : patterns);
        command.Parameters.AddNullable(
            "words", NpgsqlDbType.Array | NpgsqlDbType.Text, words.Length == 0 ? null : words.Select(word => $"%{Escape(word)}%").ToArray());
        command.Parameters.AddWithValue("limit", Most + 1);
        return await command.ReadAllAsync(row => row.GetString(0), stopping);
    }

    static string[] Values(RunSearch search, string name) =>
        [.. search.Filters.Where(filter => filter.Name == name).Select(filter => filter.Value.Replace('\0', '\uFFFD'))];

    static string Pattern(string value)
    {
        var pattern = Escape(value).Replace('*', '%');
        return value.Contains('/', StringComparison.Ordinal) ? pattern : $"%/{pattern}";
    }

    static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
