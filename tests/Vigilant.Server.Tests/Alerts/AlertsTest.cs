using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Alerts;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Alerts;

/// <summary>A database with one project, and the passes of Alerts on a clock that stands at 06:00 until it is moved.</summary>
public abstract class AlertsTest : IAsyncLifetime
{
    protected static readonly DateTimeOffset Six = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    protected static readonly Guid Project = Guid.CreateVersion7(Six);

    TestDatabase? _database;
    ServiceProvider? _services;

    protected ManualClock Clock { get; } = new(Six);

    protected TestDatabase Database => _database!;

    internal EvaluateVerdicts Pass => Get<EvaluateVerdicts>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _services = Services();
        await _database.ExecuteAsync("""
            create table run_all partition of run default;
            create table signal_all partition of other_signal default
            """);
        await AddProjectAsync(Project);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    protected T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    protected Task AddProjectAsync(Guid project) => Database.ExecuteAsync(
        $"insert into project values ('{project}', 'p', '{project}', '2026-11-01Z')");

    protected async Task<Guid> AddJobAsync(string name = "backup", string columns = "", Guid? project = null)
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await using var command = Database.Source.CreateCommand($"""
            insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds,
                severity, labels, description, enabled, created_at, updated_at)
            values ('{id}', '{project ?? Project}', 'production', 'billing', @name, '{id}', 'every 5m', 'UTC', 60, 0,
                'critical', '{"{}"}', '', true, '2026-11-01Z', '2026-11-01Z')
            """);
        command.Parameters.AddWithValue("name", name);
        await command.ExecuteNonQueryAsync();
        if (columns.Length > 0)
        {
            await Database.ExecuteAsync($"update job set {columns} where id = '{id}'");
        }

        return id;
    }

    protected async Task<Guid> AddChannelAsync(string name, bool enabled = true, Guid? project = null)
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await Database.ExecuteAsync($"""
            insert into channel (id, project_id, name, kind, settings, enabled, created_at)
            values ('{id}', '{project ?? Project}', '{name}', 'webhook', '{"{}"}', {enabled}, '2026-11-01Z')
            """);
        return id;
    }

    protected Task MissedAsync(Guid job, int count = 1, bool unconfirmed = false, DateTimeOffset? at = null) =>
        VerdictAsync(job, Colour.Red, Problem.Missed, $"missed {count} runs", count, unconfirmed: unconfirmed, at: at);

    protected Task WellAsync(Guid job, string reason = "succeeded") =>
        VerdictAsync(job, Colour.Green, Problem.None, reason);

    protected async Task VerdictAsync(
        Guid job,
        Colour colour,
        Problem problem,
        string reason,
        int missed = 0,
        Guid? signal = null,
        bool unconfirmed = false,
        DateTimeOffset? at = null,
        Guid? project = null)
    {
        await using var command = Database.Source.CreateCommand("""
            insert into verdict (project_id, job_id, at, decided_at, colour, problem, reason, missed_count, signal_id, unconfirmed)
            values (@project, @job, @at, @at, @colour, @problem, @reason, @missed, @signal, @unconfirmed)
            """);
        command.Parameters.AddWithValue("project", project ?? Project);
        command.Parameters.AddWithValue("job", job);
        command.Parameters.AddWithValue("at", at ?? Clock.GetUtcNow());
        command.Parameters.AddWithValue("colour", (short)colour);
        command.Parameters.AddWithValue("problem", (short)problem);
        command.Parameters.AddWithValue("reason", reason);
        command.Parameters.AddWithValue("missed", missed);
        command.Parameters.AddWithValue("signal", signal is { } id ? id : DBNull.Value);
        command.Parameters.AddWithValue("unconfirmed", unconfirmed);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task EvaluateAsync()
    {
        while ((await Pass.RunOnceAsync(TestContext.Current.CancellationToken)).Rest == TimeSpan.Zero)
        {
        }
    }

    protected Task<string?> OneAsync(string sql) => Database.ScalarAsync<string>(sql);

    protected Task<long> CountAsync(string rows) => Database.ScalarAsync<long>($"select count(*) from {rows}");

    ServiceProvider Services()
    {
        var services = new ServiceCollection();
        var settings = new Dictionary<string, string?> { ["Vigilant:PublicUrl"] = "https://vigilant.example/" };
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddHosting();
        services.AddHttp();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<NpgsqlDataSource>(Database.Source);
        services.AddAlerts();
        return services.BuildServiceProvider();
    }
}
