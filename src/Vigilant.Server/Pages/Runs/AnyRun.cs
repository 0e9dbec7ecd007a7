using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Whether there is anything to look at yet.</summary>
sealed class AnyRun(NpgsqlDataSource database)
{
    static readonly string Statement = Sql.Of<AnyRun>("any_run.sql");

    public async Task<bool> ExistsAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Statement);
        command.Parameters.AddWithValue("project", project);
        return await command.ExecuteScalarAsync(stopping) is true;
    }
}
