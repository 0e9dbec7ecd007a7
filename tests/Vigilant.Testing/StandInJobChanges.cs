using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Testing;

/// <summary>Stands in for Runs where it is not registered: a job has a state, and nothing else follows.</summary>
sealed class StandInJobChanges(NodeClock clock) : IJobChanges
{
    const string Delete = "delete from job_state where job_id = @id";
    const string Write = """
        insert into job_state (job_id, project_id, version, since) values (@id, @project, 1, @now)
        on conflict (job_id) do update set version = job_state.version + 1
        """;

    public async Task ApplyAsync(
        NpgsqlConnection connection, Guid projectId, Guid jobId, JobChange change, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(change == JobChange.Deleted ? Delete : Write, connection);
        command.Parameters.AddWithValue("id", jobId);
        command.Parameters.AddWithValue("project", projectId);
        command.Parameters.AddWithValue("now", clock.Now);
        await command.ExecuteNonQueryAsync(stopping);
    }
}
