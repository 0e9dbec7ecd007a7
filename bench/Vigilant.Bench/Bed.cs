using System.Runtime.CompilerServices;
using Npgsql;

namespace Vigilant.Bench;

/// <summary>A real server on a new database of a PostgreSQL that flushes to disk.</summary>
sealed class Bed : IAsyncDisposable
{
    public const string Address = "http://127.0.0.1:18099";
    public const string ApiKey = "BenchApiKey0123456789abcdefghijk";
    const string Name = "vigilant_bench";

    Bed(Background server, NpgsqlDataSource database)
    {
        Server = server;
        Database = database;
    }

    public Background Server { get; }

    public NpgsqlDataSource Database { get; }

    public static string Repository => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    public static string ServerProgram => Path.Combine(Repository, "artifacts/bin/Vigilant.Server/release/Vigilant.Server.dll");

    public static async Task<Bed> MakeAsync(int jobs, string schedule, string deadline)
    {
        var bed = await OpenAsync(Name, keep: false);
        await bed.SeedAsync(jobs, schedule, deadline);
        return bed;
    }

    /// <param name="keep">Takes a database of this name as it is, if there is one.</param>
    public static async Task<Bed> OpenAsync(string name, bool keep)
    {
        var environment = new Dictionary<string, string>
        {
            ["VIGILANT_TEST_POSTGRES"] = "/tmp/vigilant-bench-postgres",
            ["VIGILANT_TEST_FSYNC"] = "on",
        };
        var text = (await Background.ReadAsync(Path.Combine(Repository, "tests/start-postgres"), environment)).Trim();
        await using (var server = NpgsqlDataSource.Create(text))
        {
            await using var find = server.CreateCommand($"select count(*) from pg_database where datname = '{name}'");
            var isThere = (long)(await find.ExecuteScalarAsync())! > 0;
            if (!keep || !isThere)
            {
                await ExecuteAsync(server, $"drop database if exists {name} with (force)");
                await ExecuteAsync(server, $"create database {name}");
            }
        }

        var connection = new NpgsqlConnectionStringBuilder(text) { Database = name, CommandTimeout = 300 }.ConnectionString;
        var bed = new Bed(StartServer(connection), NpgsqlDataSource.Create(connection));
        await Background.ReadyAsync(Address + "/health/ready");
        return bed;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the database does by itself within a minute or so.</summary>
    public Task AnalyzeAsync() => ExecuteAsync(Database, "vacuum analyze");

    /// <summary>Changes a setting of the whole cluster, until <see cref="ResetAsync"/>.</summary>
    public async Task SetAsync(string setting, string value)
    {
        await ExecuteAsync(Database, $"alter system set {setting} = '{value}'");
        await ExecuteAsync(Database, "select pg_reload_conf()");
    }

    public async Task ResetAsync()
    {
        await ExecuteAsync(Database, "alter system reset all");
        await ExecuteAsync(Database, "select pg_reload_conf()");
    }

    public async IAsyncEnumerable<(TFirst, TSecond)> ReadAsync<TFirst, TSecond>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            yield return (row.GetFieldValue<TFirst>(0), row.GetFieldValue<TSecond>(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        await Database.DisposeAsync();
    }

    static Background StartServer(string connection) => Background.Start(
        "dotnet", ServerProgram, "serve", "--urls", Address, "--data", Path.Combine(Path.GetTempPath(), "vigilant-bench-data"),
        "--database", connection, "--Vigilant:ApiKey=" + ApiKey, "--Vigilant:Outbound:Allow=127.0.0.0/8",
        "--Logging:LogLevel:Default=Warning");

    Task SeedAsync(int jobs, string schedule, string deadline) => SeedAsync(Database, jobs, schedule, deadline);

    public static async Task SeedAsync(NpgsqlDataSource database, int jobs, string schedule, string deadline)
    {
        await ExecuteAsync(database, $$"""
            insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds,
                severity, labels, description, enabled, created_at, updated_at)
            select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, (select id from project limit 1), 'production',
                'bench', 'job' || i, 'bench-job' || i, '{{schedule}}', 'UTC', 0, 0, 'critical', '{}', '', true, now(), now()
            from generate_series(1, {{jobs}}) i
            """);
        await ExecuteAsync(database, $"""
            insert into job_state (job_id, project_id, version, armed_at, since, due_at, deadline_at, alarm_at)
            select id, project_id, 0, t.at - '{schedule.Replace("every ", "", StringComparison.Ordinal)}'::interval, now(), t.at, t.at, t.at
            from (select *, row_number() over (order by id) as number from job) as job
            cross join lateral (select {deadline} as at where number > 0) t
            """);
        await ExecuteAsync(database, "vacuum analyze");
    }

    static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static string Here([CallerFilePath] string path = "") => path;
}
