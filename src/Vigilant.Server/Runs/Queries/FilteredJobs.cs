using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>The jobs that a filter names, or all.</summary>
sealed class FilteredJobs(NpgsqlDataSource database)
{
    static readonly string Find = Sql.Of<FilteredJobs>("jobs_of_filter.sql");

    public async Task<List<FilteredJob>> FindAsync(Guid project, RunFilter filter, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("names", NpgsqlDbType.Array | NpgsqlDbType.Text, RunConditions.Some(filter.Jobs));
        command.Parameters.AddNullable("services", NpgsqlDbType.Array | NpgsqlDbType.Text, RunConditions.Some(filter.Services));
        command.Parameters.AddNullable("environments", NpgsqlDbType.Array | NpgsqlDbType.Text, RunConditions.Some(filter.Environments));
        return await command.ReadAllAsync(
            row => new FilteredJob(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3)), stopping);
    }
}
