using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Runs.Operations;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>What tests of operations share: a server whose pass goes on only when a test says so, one chunk of ten runs at a time.</summary>
public abstract class OperationsOverApi : IAsyncLifetime
{
    protected TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(Slow(null));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    /// <summary>Pages of 25 runs, chunks of 10, and a turn is one chunk.</summary>
    protected static TestServerSettings Slow(TestDatabase? database) => new()
    {
        Database = database,
        Loops = false,
        Adjust = builder => builder.Services.AddSingleton(new OperationPace { Page = 25, Chunk = 10, Turn = TimeSpan.Zero }),
    };

    protected Task<JsonAnswer> PostAsync(string path, string json) => Server.Client.PostJsonAsync(path, json);

    /// <summary>Asks for it and has it accepted.</summary>
    protected async Task<string> StartAsync(string json)
    {
        var answer = (await PostAsync("/v1/operations", json)).With(202);
        return (string)answer["id"]!;
    }

    /// <summary>Goes on until it is over.</summary>
    protected async Task<JsonNode> FinishAsync(string operation)
    {
        for (var turn = 0; turn < 500; turn++)
        {
            var now = await OperationAsync(operation);
            if ((string)now["state"]! is not ("waiting" or "working"))
            {
                return now;
            }

            await GoOnAsync();
        }

        throw new InvalidOperationException("The operation does not end.");
    }

    protected async Task<JsonNode> DoAsync(string json) => await FinishAsync(await StartAsync(json));

    /// <summary>One turn of the pass: one chunk.</summary>
    protected Task<int> GoOnAsync() => GoOnAsync(Server);

    protected static async Task<int> GoOnAsync(TestServer server) =>
        (await server.Services.GetRequiredService<DoOperations>().RunOnceAsync(CancellationToken.None)).Done;

    /// <summary>This server goes on until they are over, whoever else works on them.</summary>
    protected async Task ToTheEndAsync(TestServer server, params string[] operations)
    {
        foreach (var operation in operations)
        {
            while ((string)(await OperationAsync(operation))["state"]! is "waiting" or "working")
            {
                await GoOnAsync(server);
            }
        }
    }

    protected async Task<JsonNode> OperationAsync(string id) => (await Server.Client.GetJsonAsync($"/v1/operations/{id}")).With(200).Json!;

    protected async Task<JsonNode> RunAsync(string run) => (await Server.Client.GetJsonAsync($"/v1/runs/{run}")).With(200).Json!;

    /// <summary>Tells of runs, each by a line, and returns our ids of them.</summary>
    protected async Task<string[]> TellAsync(params IEnumerable<string> lines)
    {
        var answer = (await PostAsync("/v1/signals", string.Join('\n', lines))).With(200);
        Assert.Equal(0, (int)answer["refused"]!);
        return [.. answer["lines"]!.AsArray().Select(line => (string)line!["run"]!)];
    }

    /// <summary>So many runs, spread over three jobs.</summary>
    protected Task<string[]> QueueAsync(int count, string kind = "queued", string first = "r") => TellAsync(
        Enumerable.Range(0, count).Select(number => Line($"shop/job{number % 3}", $"{first}{number}", kind)));

    protected static string Line(string job, string run, string kind, string more = "") =>
        $$"""{"job": "{{job}}", "run": "{{run}}", "kind": "{{kind}}"{{more}}}""";

    protected async Task<string[]> ListAsync(string query)
    {
        var list = (await Server.Client.GetJsonAsync($"/v1/runs?limit=500&{query}")).With(200);
        return [.. list["runs"]!.AsArray().Select(run => (string?)run!["caller_id"] ?? "")];
    }

    protected static long Skipped(JsonNode operation, string why) => (long?)operation["skipped"]![why] ?? 0;

    protected static string Ids(IEnumerable<string> ids) => new StringBuilder("[").AppendJoin(", ", ids.Select(id => $"\"{id}\"")).Append(']').ToString();
}
