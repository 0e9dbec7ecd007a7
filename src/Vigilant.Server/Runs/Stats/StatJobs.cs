using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Stats;

/// <summary>The jobs that a question names, or all.</summary>
sealed class StatJobs(NpgsqlDataSource database)
{
    static readonly string Find = Sql.Of<StatJobs>("jobs_to_count.sql");

    public async Task<List<StatJob>> FindAsync(Guid project, RunFilter filter, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("names", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Jobs));
        command.Parameters.AddNullable("services", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Services));
        command.Parameters.AddNullable("environments", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Environments));
        return await command.ReadAllAsync(
            row => new StatJob(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3)), stopping);
    }

    static string[]? Some(List<string> texts) => texts.Count == 0 ? null : [.. texts];
}
