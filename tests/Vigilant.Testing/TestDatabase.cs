using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Testing;

/// <summary>A migrated database of its own for a test class, cloned from a template that is made once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly SemaphoreSlim Gate = new(1, 1);
    static string? _server;
    static string? _template;

    readonly string _name;

    TestDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
        Source = new NpgsqlDataSourceBuilder(connectionString).Build();
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        await Gate.WaitAsync();
        try
        {
            _server ??= await StartServerAsync();
            _template ??= await MakeTemplateAsync();
            var name = $"t{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
            await OnServerAsync($"create database {name} template {_template}");
            return new TestDatabase(name, On(name));
        }
        finally
        {
            Gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await OnServerAsync($"drop database {_name} with (force)");
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> StartServerAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Repository(), "tests/start-postgres")) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException("The test database did not start: run tests/start-postgres and read what it says.");
    }

    static async Task<string> MakeTemplateAsync()
    {
        var name = $"template{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await OnServerAsync($"create database {name}");
        await using var source = new NpgsqlDataSourceBuilder(On(name) + ";Pooling=false").Build();
        await new Migrator(source).MigrateAsync(CancellationToken.None);
        return name;
    }

    static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static string On(string database) => new NpgsqlConnectionStringBuilder(_server) { Database = database }.ConnectionString;

    static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
