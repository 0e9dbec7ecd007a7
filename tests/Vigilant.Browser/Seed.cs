using Npgsql;
using Vigilant.Testing;

namespace Vigilant.Browser;

/// <summary>Rows to look at, written past the server.</summary>
static class Seed
{
    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>What stands in <c>seed.sql</c>: enough jobs, runs, signals, alerts and channels for every page to have something to show.</summary>
    public static async Task EverythingAsync(Site site) =>
        await RunAsync(
            site.Database,
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "seed.sql")),
            ("project", site.Project),
            ("now", Now));

    /// <summary>What stands in <c>runs.sql</c>: some thousand runs beside the others.</summary>
    public static async Task RunsAsync(Site site) =>
        await RunAsync(
            site.Database,
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "runs.sql")),
            ("project", site.Project),
            ("now", Now));

    /// <summary>What the writer does when a job's health changes.</summary>
    public static Task TurnAsync(Site site, string job, int colour, string reason) =>
        RunAsync(
            site.Database,
            """
            update job_state set colour = @colour, reason = @reason, since = @now, version = version + 1
            where job_id = (select id from job where project_id = @project and name = @job)
            """,
            ("colour", (short)colour),
            ("reason", reason),
            ("now", Now),
            ("project", site.Project),
            ("job", job));

    public static Task<Guid> JobAsync(Site site, string job) =>
        site.Database.ScalarAsync<Guid>($"select id from job where name = '{job}'");

    /// <summary>The run that was told of over the API.</summary>
    public static Task<Guid> RunAsync(Site site) =>
        site.Database.ScalarAsync<Guid>("select id from run where rid = 'import-2026-11-20'");

    /// <summary>The newest of <see cref="RunsAsync"/> that failed.</summary>
    public static Task<Guid> FailedRunAsync(Site site) =>
        site.Database.ScalarAsync<Guid>("select id from run where state = 2 and rid like 'order-import-%' order by id desc limit 1");

    /// <summary>The newest of <see cref="RunsAsync"/> that goes on.</summary>
    public static Task<Guid> ActiveRunAsync(Site site) =>
        site.Database.ScalarAsync<Guid>("select run_id from active_run where state = 0 and rid like 'now-%' order by run_id desc limit 1");

    /// <summary>The open alert of a job.</summary>
    public static Task<Guid> AlertAsync(Site site, string job) =>
        site.Database.ScalarAsync<Guid>(
            $"select a.id from alert a join job j on j.id = a.job_id where j.name = '{job}' and a.state <> 'resolved'");

    static async Task RunAsync(TestDatabase database, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }

        await command.ExecuteNonQueryAsync();
    }
}
