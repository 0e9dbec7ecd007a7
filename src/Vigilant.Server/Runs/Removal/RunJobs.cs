using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Removal;

/// <summary>Finds the jobs of runs that are known by their ids alone.</summary>
sealed class RunJobs(NpgsqlDataSource database)
{
    static readonly string Find = Sql.Of<RunJobs>("run_jobs.sql");

    /// <summary>The runs by their jobs; those that the project does not have are left out.</summary>
    public async Task<ILookup<Guid, Guid>> FindAsync(Guid project, IEnumerable<Guid> runs, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("ids", runs.ToArray());
        var found = await command.ReadAllAsync(row => (Run: row.GetGuid(0), Job: row.GetGuid(1)), stopping);
        return found.ToLookup(one => one.Job, one => one.Run);
    }
}
