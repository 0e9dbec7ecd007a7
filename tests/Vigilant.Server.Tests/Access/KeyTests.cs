using Vigilant.Testing;

namespace Vigilant.Server.Tests.Access;

public sealed class KeyTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    const string OtherKey = "OtherApiKey123456789abcdefghijkl";

    [Fact]
    public async Task Without_a_key_nothing_is_told_but_where_the_key_goes()
    {
        var answer = await fixture.Server.Anonymous.GetJsonAsync("/v1/jobs");
        Assert.Equal("application/problem+json", answer.With(401).Type);
        Assert.Contains("X-Api-Key", (string?)answer["detail"]);
    }

    [Theory]
    [InlineData("X-Api-Key", "WrongApiKey123456789abcdefghijkl", 401)]
    [InlineData("X-Api-Key", "short", 401)]
    [InlineData("Authorization", "Bearer WrongApiKey123456789abcdefghijkl", 401)]
    [InlineData("Authorization", "Bearer " + TestServer.ApiKey, 200)]
    [InlineData("Authorization", "bearer " + TestServer.ApiKey, 200)]
    [InlineData("Authorization", "Basic " + TestServer.ApiKey, 401)]
    [InlineData("X-Api-Key", TestServer.ApiKey, 200)]
    public async Task A_key_opens_in_either_header(string header, string value, int status)
    {
        using var client = fixture.Server.NewClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        (await client.GetJsonAsync("/v1/jobs")).With(status);
    }

    [Fact]
    public async Task Another_projects_key_sees_nothing()
    {
        const string job = "/v1/services/secret/jobs/j";
        (await fixture.Client.PutJsonAsync(job, "{}")).With(201);
        var hash = Convert.ToHexString(Server.Access.Keys.Hash(OtherKey));
        await fixture.Server.Database.ExecuteAsync($"""
            insert into project (id, name, ping_key, created_at) values ('{Guid.AllBitsSet}', 'other', 'OtherPingKey123456789a', '2030-01-01Z');
            insert into api_key (id, project_id, name, hash, created_at)
            values ('{Guid.AllBitsSet}', '{Guid.AllBitsSet}', 'other', decode('{hash}', 'hex'), '2030-01-01Z')
            """);
        using var other = fixture.Server.NewClient();
        other.DefaultRequestHeaders.Add("X-Api-Key", OtherKey);

        Assert.Empty((await other.GetJsonAsync("/v1/jobs")).With(200)["jobs"]!.AsArray());
        (await other.GetJsonAsync(job)).With(404);
        (await other.DeleteJsonAsync(job)).With(404);
        (await other.PostJsonAsync($"{job}/pause")).With(404);
        (await other.PutJsonAsync(job, "{}")).With(201);
        (await other.DeleteJsonAsync(job)).With(204);
        (await fixture.Client.GetJsonAsync(job)).With(200);
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_stored()
    {
        Assert.Equal(0L, await fixture.Server.Database.ScalarAsync<long>(
            $"select count(*) from api_key k where k::text like '%{TestServer.ApiKey}%'"));
        Assert.Equal(TestServer.PingKey, await fixture.Server.Database.ScalarAsync<string>(
            "select ping_key from project where name = 'default'"));
    }

    [Fact]
    public async Task A_second_start_changes_nothing_and_a_new_key_is_added()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (await TestServer.StartAsync(new TestServerSettings { Database = database }))
        {
        }

        var changed = new Dictionary<string, string> { ["Vigilant:ApiKey"] = OtherKey };
        await using var again = await TestServer.StartAsync(
            new TestServerSettings { Database = database, Configuration = changed });
        Assert.Equal(1L, await database.ScalarAsync<long>("select count(*) from project"));
        Assert.Equal(2L, await database.ScalarAsync<long>("select count(*) from api_key"));
        (await again.Client.GetJsonAsync("/v1/jobs")).With(200);
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_make_one_project()
    {
        await using var database = await TestDatabase.CreateAsync();
        var nodes = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => TestServer.StartAsync(new TestServerSettings { Database = database })));
        Assert.Equal(1L, await database.ScalarAsync<long>("select count(*) from project"));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Vigilant:ApiKey", "too-short")]
    [InlineData("Vigilant:PingKey", "TestPingKey0123456789/")]
    [InlineData("Vigilant:PublicUrl", "vigilant.example.com")]
    public async Task A_key_or_address_without_its_form_stops_the_start(string setting, string value)
    {
        var settings = new TestServerSettings { Configuration = new Dictionary<string, string> { [setting] = value } };
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TestServer.StartAsync(settings));
        Assert.Contains(setting, error.ToString());
    }
}
