using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

public sealed class ChannelEndpointsTests(ChannelEndpointsTests.Fixture fixture) : IClassFixture<ChannelEndpointsTests.Fixture>
{
    readonly TestServer _server = fixture.Server;

    [Fact]
    public async Task A_webhook_is_made_its_secret_told_once_and_its_path_never()
    {
        var made = (await AddAsync("once", "https://hooks.example.com/T000/hidden-part?x=1")).With(201);
        Assert.StartsWith("whsec_", (string)made["secret"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-part", made.Text, StringComparison.Ordinal);

        var got = (await _server.Client.GetJsonAsync($"/v1/channels/{made["id"]}")).With(200);
        Assert.Null(got["secret"]);
        Assert.Equal("https://hooks.example.com/…", (string?)got["settings"]!["url"]);

        // Sent back as it was shown, the address stays.
        (await _server.Client.PutJsonAsync($"/v1/channels/{made["id"]}", """{"settings":{"url":"https://hooks.example.com/…"},"fallback":true}""")).With(200);
        Assert.Equal(
            "https://hooks.example.com/T000/hidden-part?x=1",
            await _server.Database.ScalarAsync<string>($"select settings->>'url' from channel where id = '{made["id"]}'"));
        (await _server.Client.DeleteJsonAsync($"/v1/channels/{made["id"]}")).With(204);
        (await _server.Client.GetJsonAsync($"/v1/channels/{made["id"]}")).With(404);
    }

    [Theory]
    [InlineData("ftp://x.example/", "starts with https://")]
    [InlineData("nothing", "starts with https://")]
    [InlineData("https://user:pw@x.example/", "must not hold a user")]
    [InlineData("http://10.0.0.1/", "VIGILANT_OUTBOUND_ALLOW")]
    [InlineData("http://169.254.169.254/latest", "never allowed")]
    [InlineData("http://2852039166/", "never allowed")]
    [InlineData("http://[::ffff:169.254.169.254]/", "never allowed")]
    public async Task An_address_that_cannot_be_used_is_refused_with_a_reason(string url, string why)
    {
        var answer = (await AddAsync("bad", url)).With(400);
        Assert.Contains(why, answer.Error("settings.url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_address_is_refused()
    {
        var answer = (await AddAsync("self", _server.Address.ToString())).With(400);
        Assert.Contains("this server's own", answer.Error("settings.url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_goes_the_whole_way_and_tells_how_it_went()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var made = (await AddAsync("tested", receiver.Address + "/hidden-part")).With(201);
        var good = (await _server.Client.PostJsonAsync($"/v1/channels/{made["id"]}/test")).With(200);
        Assert.True((bool)good["delivered"]!, good.Text);
        Assert.Equal(204, (int)good["status"]!);
        Assert.Contains("channel.test", Assert.Single(receiver.Received).Body, StringComparison.Ordinal);

        receiver.Answer = WebhookReceiver.With(500);
        var bad = (await _server.Client.PostJsonAsync($"/v1/channels/{made["id"]}/test")).With(200);
        Assert.False((bool)bad["delivered"]!);
        Assert.Equal(500, (int)bad["status"]!);
        Assert.DoesNotContain("hidden-part", bad.Text, StringComparison.Ordinal);

        var log = (await _server.Client.GetJsonAsync($"/v1/notifications?channel={made["id"]}&limit=1")).With(200);
        Assert.Equal("given_up", (string?)log["notifications"]![0]!["state"]);
        var next = (await _server.Client.GetJsonAsync($"/v1/notifications?channel={made["id"]}&limit=1&cursor={log["cursor"]}")).With(200);
        Assert.Equal("delivered", (string?)next["notifications"]![0]!["state"]);
        Assert.Null(next["cursor"]);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        (await AddAsync("twice", "https://hooks.example.com/")).With(201);
        (await AddAsync("twice", "https://hooks.example.com/")).With(409);
    }

    [Fact]
    public async Task A_mail_password_is_kept_only_for_the_server_it_was_given_for()
    {
        var made = (await _server.Client.PostJsonAsync("/v1/channels", """
            {"name":"mail","kind":"email","settings":{"host":"mail.example.com","user":"u","password":"hidden-part","from":"v@example.com","to":["o@example.com"]}}
            """)).With(201);
        Assert.DoesNotContain("hidden-part", made.Text, StringComparison.Ordinal);
        Assert.Null(made["secret"]);

        var same = """{"settings":{"host":"mail.example.com","user":"u","from":"w@example.com","to":"o@example.com"}}""";
        (await _server.Client.PutJsonAsync($"/v1/channels/{made["id"]}", same)).With(200);
        Assert.Equal("hidden-part", await _server.Database.ScalarAsync<string>($"select settings->>'password' from channel where id = '{made["id"]}'"));

        var other = (await _server.Client.PutJsonAsync(
            $"/v1/channels/{made["id"]}", same.Replace("mail.example.com", "evil.example.com", StringComparison.Ordinal))).With(400);
        Assert.Contains("settings.password", other.Errors);
    }

    Task<JsonAnswer> AddAsync(string name, string url) =>
        _server.Client.PostJsonAsync("/v1/channels", $$"""{"name":"{{name}}","kind":"webhook","settings":{"url":"{{url}}"} }""");

    public sealed class Fixture : ServerFixture
    {
        protected override TestServerSettings Settings => new()
        {
            Configuration = new Dictionary<string, string> { ["Vigilant:Outbound:Allow"] = "127.0.0.0/8" },
        };
    }
}
