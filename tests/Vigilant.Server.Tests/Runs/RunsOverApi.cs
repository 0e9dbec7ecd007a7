using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>What tests of runs over /v1 share: a server, and few words for its doors.</summary>
public abstract class RunsOverApi : IAsyncLifetime
{
    protected TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(Settings);

    protected virtual TestServerSettings Settings => new();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    protected async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PostAsync(path, content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    protected async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Server.Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Makes a run and returns our id of it.</summary>
    protected async Task<string> CreateAsync(string body)
    {
        var (status, receipt) = await PostAsync("/v1/runs", body);
        Assert.True(status == HttpStatusCode.Created, receipt.ToJsonString());
        return (string)receipt["id"]!;
    }

    protected async Task<JsonNode> SignalAsync(string run, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, receipt) = await PostAsync($"/v1/runs/{run}/signals", body);
        Assert.True(status == expected, receipt.ToJsonString());
        return receipt;
    }

    protected Task<JsonNode> RunAsync(string run) => GetAsync($"/v1/runs/{run}");

    protected async Task<string[]> ListAsync(string query)
    {
        var list = await GetAsync($"/v1/runs?{query}");
        return [.. list["runs"]!.AsArray().Select(run => (string?)run!["caller_id"] ?? "")];
    }
}
