using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Hosting;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_is_a_bare_200_and_ready_names_every_part()
    {
        await using var server = await TestServer.StartAsync();

        using var live = await server.Anonymous.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("", await live.Content.ReadAsStringAsync());

        var (status, ready) = await ReadyAsync(server);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(ready.GetProperty("ready").GetBoolean());
        Assert.Equal(
            ["database", "migrations", "passes", "storage"],
            ready.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()!).Order());
    }

    [Fact]
    public async Task It_is_not_ready_while_a_part_is_in_trouble_and_says_which()
    {
        var trouble = new Trouble();
        await using var server = await TestServer.StartAsync(new TestServerSettings
        {
            Adjust = builder => builder.Services.AddSingleton<IReadinessPart>(trouble),
        });

        var (status, ready) = await ReadyAsync(server);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("It hurts.", ready.GetRawText(), StringComparison.Ordinal);

        trouble.Now = null;
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(server)).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_path_base_is_taken_off()
    {
        await using var server = await TestServer.StartAsync(new TestServerSettings
        {
            Configuration = new Dictionary<string, string> { ["Vigilant:PathBase"] = "/vigilant" },
        });

        using var live = await server.Anonymous.GetAsync("/vigilant/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    static async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync(TestServer server)
    {
        using var answer = await server.Anonymous.GetAsync("/health/ready");
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    sealed class Trouble : IReadinessPart
    {
        public string? Now { get; set; } = "It hurts.";

        public string Name => "nerves";

        public Task<string?> FindTroubleAsync(CancellationToken stopping) => Task.FromResult(Now);
    }
}
