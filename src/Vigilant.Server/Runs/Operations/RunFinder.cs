using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Operations;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Finds the runs that a filter or a list of ids means. No search lasts longer than ten seconds.</summary>
sealed class RunFinder(NpgsqlDataSource database, RunReader reader)
{
    static readonly string Settings = Sql.Of<RunFinder>("search_settings.sql");
    static readonly string ByState = Fill("find_by_state.sql");
    static readonly string OfJob = Fill("find_of_job.sql");
    static readonly string ByIds = Sql.Of<RunFinder>("find_by_ids.sql");

    /// <summary>At most <paramref name="limit"/> runs between two, of those that the filter means.</summary>
    /// <param name="at">Of these, the ones behind this run in the order of jobs.</param>
    public async Task<List<(Guid Job, Guid Run)>> FindAsync(
        Guid project, RunFilter filter, Guid after, Guid until, (Guid Job, Guid Run) at, int limit, CancellationToken stopping)
    {
        var jobs = filter.NamesJobs ? await reader.FindJobsAsync(project, filter, stopping) : null;
        if (jobs is { Length: 0 })
        {
            return [];
        }

        await using var command = new NpgsqlCommand(jobs is { Length: 1 } ? OfJob : ByState);
        RunConditions.Bind(command.Parameters, project, filter, jobs, behind: null, limit);
        command.Parameters.AddWithValue("job", jobs is { Length: 1 } ? jobs[0] : Guid.Empty);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("until", until);
        return await SearchAsync(command, at, stopping);
    }

    /// <summary>Of these runs, those that are there.</summary>
    /// <param name="states">Null: in whatever state they are.</param>
    public Task<List<(Guid Job, Guid Run)>> FindAsync(
        Guid project, Guid[] ids, IEnumerable<RunState>? states, (Guid Job, Guid Run) at, CancellationToken stopping)
    {
        var command = new NpgsqlCommand(ByIds);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddNullable(
            "states", NpgsqlDbType.Array | NpgsqlDbType.Smallint, states?.Select(state => (short)state).ToArray());
        return SearchAsync(command, at, stopping);
    }

    async Task<List<(Guid Job, Guid Run)>> SearchAsync(NpgsqlCommand command, (Guid Job, Guid Run) at, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using (var settings = new NpgsqlCommand(Settings, connection))
        {
            await settings.ExecuteNonQueryAsync(stopping);
        }

        await using (command)
        {
            command.Connection = connection;
            command.Parameters.AddWithValue("done_job", at.Job);
            command.Parameters.AddWithValue("done_run", at.Run);
            return await command.ReadAllAsync(row => (row.GetGuid(0), row.GetGuid(1)), stopping);
        }
    }

    static string Fill(string file) =>
        Sql.Of<RunFinder>(file).Replace("{conditions}", RunConditions.Text, StringComparison.Ordinal);
}
