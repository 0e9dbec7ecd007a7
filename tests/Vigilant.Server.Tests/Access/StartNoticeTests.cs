using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Hosting;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Access;

public sealed class StartNoticeTests
{
    [Fact]
    public async Task The_first_start_shows_a_key_that_opens_and_every_start_a_link()
    {
        await using var database = await TestDatabase.CreateAsync();
        string key;
        await using (var first = await TestServer.StartAsync(
            new TestServerSettings { Database = database, WithKeys = false }))
        {
            key = Line(first, "API key, shown only now: ");
            using var client = first.NewClient();
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
            (await client.GetJsonAsync("/v1/jobs")).With(200);
            Assert.StartsWith($"{first.Address}sign-in/", Line(first, "Sign in once, within 15 minutes: "));
        }

        await using var second = await TestServer.StartAsync(new TestServerSettings
        {
            Database = database,
            WithKeys = false,
            Configuration = new Dictionary<string, string> { ["Vigilant:PublicUrl"] = "https://example.com/watch" },
        });
        Assert.DoesNotContain(Lines(second), line => line.StartsWith("API key"));
        Assert.StartsWith("https://example.com/watch/sign-in/", Line(second, "Sign in once, within 15 minutes: "));
        Assert.Equal(0L, await database.ScalarAsync<long>($"select count(*) from api_key k where k::text like '%{key}%'"));
    }

    static string[] Lines(TestServer server) =>
        [.. server.Services.GetServices<IStartNotice>().Select(notice => notice.Line).OfType<string>()];

    static string Line(TestServer server, string begin) => Lines(server).Single(line => line.StartsWith(begin))[begin.Length..];
}
