using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using Vigilant.Server.Postgres.PrivateServer;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>A data folder with its own private database, and the server that runs on it now.</summary>
sealed class Site(string data) : IAsyncDisposable
{
    const string ApiKey = "ClientsApiKey0123456789abcdefghi";
    public const string PingKey = "ClientsPingKey01234567";

    ServerProcess? _server;

    public ServerProcess Server => _server ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>What the server said, to be shown with a test that failed.</summary>
    public string Output => _server?.Output ?? "";

    public string Address => Server.Client.BaseAddress!.ToString().TrimEnd('/');

    string Cluster => Path.Combine(data, "postgres");

    public async Task StartAsync(params string[] settings)
    {
        // The ledger counts every signal there was, so none may be trimmed.
        _server = await ServerProcess.StartReadyAsync(
            data,
            [$"--Vigilant:ApiKey={ApiKey}", $"--Vigilant:PingKey={PingKey}", "--Vigilant:Runs:SignalsPerJob=1000000", .. settings]);
        _server.Client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    /// <returns>The job's id.</returns>
    public async Task<Guid> ExpectAsync(string job, string settings)
    {
        var answer = await Server.Client.PutJsonAsync($"/v1/services/clients/jobs/{job}", settings);
        Assert.True(answer.Status is 200 or 201, answer.Text);
        return (Guid)answer["id"]!;
    }

    public async Task<JsonNode> JobAsync(string job) =>
        (await Server.Client.GetJsonAsync($"/v1/services/clients/jobs/{job}")).With(200).Json!;

    /// <summary>Ends the server and every process of its database in one stroke, as a power cut does.</summary>
    public async Task CutPowerAsync()
    {
        await KillAsync([Server.Id, .. Postmaster.ProcessesIn(Cluster)]);
        await Server.EndsAsync();
        await Server.DisposeAsync();
        _server = null;
    }

    /// <summary>Ends every process of the database; the server lives.</summary>
    public Task KillDatabaseAsync() => KillAsync(Postmaster.ProcessesIn(Cluster));

    /// <summary>Ends one process of the database that serves a connection, upon which PostgreSQL throws out all others.</summary>
    public async Task KillOneBackendAsync() =>
        await KillAsync(await ColumnAsync<int>(
            "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by backend_start desc limit 1"));

    public async Task<List<T>> ColumnAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"Host={Postmaster.Of(Cluster)!.Socket};Username=vigilant;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    static async Task KillAsync(IEnumerable<int> processes)
    {
        var ids = processes.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToArray();
        Assert.NotEmpty(ids);
        // A process of the database may have ended by itself since it was listed.
        await Tool.RunAsync("kill", ["-KILL", .. ids]);
    }
}
