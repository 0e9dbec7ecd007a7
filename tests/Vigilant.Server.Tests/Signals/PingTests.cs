using System.Net;
using System.Text;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Signals;

/// <summary>The wire contract of HTTP pings, over real HTTP and a real database.</summary>
public sealed class PingTests : IAsyncLifetime
{
    const string Key = TestServer.PingKey;
    TestServer _server = null!;
    string _id = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        using var created = await _server.Client.PutAsync(
            "/v1/services/shop/jobs/backup", new StringContent("""{"schedule":"every 1d"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        _id = (await _server.Database.ScalarAsync<Guid>("select id from job")).ToString();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("GET", "/ping/{id}", 200, "OK", 1)]
    [InlineData("POST", "/ping/{id}", 200, "OK", 1)]
    [InlineData("PUT", "/ping/{id}/", 200, "OK", 1)]
    [InlineData("DELETE", "/ping/{ID}", 200, "OK", 1)]
    [InlineData("PATCH", "/ping/{id}/start", 200, "OK", 3)]
    [InlineData("GET", "/ping/{id}/start/", 200, "OK", 3)]
    [InlineData("GET", "/ping/{id}/fail", 200, "OK", 2)]
    [InlineData("GET", "/ping/{id}/log", 200, "OK", 4)]
    [InlineData("GET", "/ping/{id}/0", 200, "OK", 1)]
    [InlineData("GET", "/ping/{id}/255", 200, "OK", 2)]
    [InlineData("GET", "/ping/{key}/shop-backup", 200, "OK", 1)]
    [InlineData("GET", "/ping/{key}/shop-backup/start", 200, "OK", 3)]
    [InlineData("GET", "/ping/{key}/shop-backup/7", 200, "OK", 2)]
    [InlineData("GET", "/ping/{id}?rid=0B0A0908-0706-0504-0302-010000000001", 200, "OK", 1)]
    [InlineData("GET", "/ping/{id}/256", 400, "invalid url format", 0)]
    [InlineData("GET", "/ping/{id}/99999999999999999999", 400, "invalid url format", 0)]
    [InlineData("GET", "/ping/{key}/Shop-Backup", 400, "invalid url format", 0)]
    [InlineData("GET", "/ping/{id}?rid=no-uuid", 400, "invalid uuid format", 0)]
    [InlineData("GET", "/ping/{id}/nonsense", 404, "not found", 0)]
    [InlineData("GET", "/ping/01900000-0000-7000-8000-000000000000", 404, "not found", 0)]
    [InlineData("GET", "/ping/{key}/unknown", 404, "not found", 0)]
    [InlineData("GET", "/ping/aaaaaaaaaaaaaaaaaaaaaa/shop-backup", 404, "not found", 0)]
    [InlineData("GET", "/ping/aaaaaaaaaaaaaaaaaaaaaa/shop-backup?create=1", 404, "not found", 0)]
    [InlineData("GET", "/ping/", 404, "not found", 0)]
    public async Task Addresses_answer_as_the_contract_says(string method, string path, int status, string text, int kind)
    {
        using var answer = await SendAsync(method, path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync());
        Assert.Equal(kind, await _server.Database.ScalarAsync<int>("select coalesce(max(kind), 0)::int from signal"));
    }

    [Fact]
    public async Task A_recorded_ping_says_how_much_of_a_body_is_kept_and_is_never_cached()
    {
        using var answer = await SendAsync("GET", "/ping/{id}");
        Assert.Equal("100000", answer.Headers.GetValues("Ping-Body-Limit").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Head_is_a_ping_without_a_body_in_the_answer()
    {
        using var answer = await SendAsync("HEAD", "/ping/{id}");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(2, answer.Content.Headers.ContentLength);
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from signal"));
    }

    [Fact]
    public async Task Options_is_answered_and_not_a_ping()
    {
        using var answer = await SendAsync("OPTIONS", "/ping/{id}");
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from signal"));
    }

    [Fact]
    public async Task An_unknown_slug_becomes_a_job_when_the_ping_asks_for_it_and_only_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync("GET", "/ping/{key}/nightly?create=1")));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from job where slug = 'nightly'"));
        Assert.Equal(8L, await _server.Database.ScalarAsync<long>("select count(*) from signal"));
    }

    [Theory]
    [InlineData(99_999)]
    [InlineData(100_000)]
    public async Task A_body_up_to_the_limit_is_kept_as_it_came(int length)
    {
        var body = Bytes(length);
        using var answer = await SendAsync("POST", "/ping/{id}", new ByteArrayContent(body));
        Assert.True(answer.IsSuccessStatusCode);
        Assert.True(body.AsEnumerable().SequenceEqual(await StoredBodyAsync()));
    }

    [Theory]
    [InlineData(100_001)]
    [InlineData(149_999)]
    [InlineData(1_234_567)]
    [InlineData(10_000_000)]
    public async Task Of_a_longer_body_the_first_and_the_last_half_are_kept(int length)
    {
        var body = Bytes(length);
        using var answer = await SendAsync("POST", "/ping/{id}", new ByteArrayContent(body));
        Assert.True(answer.IsSuccessStatusCode);
        IEnumerable<byte> ends = [.. body[..50_000], .. body[^50_000..]];
        Assert.True(ends.SequenceEqual(await StoredBodyAsync()));
        Assert.Equal(length, await _server.Database.ScalarAsync<int>("select body_size from signal"));
    }

    [Fact]
    public async Task A_chunked_body_without_a_type_that_is_no_text_is_kept_as_bytes()
    {
        byte[] body = [0xFF, 0x00, 0xC3, 0x28, 0x80];
        using var content = new StreamContent(new MemoryStream(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ping/{_id}/fail") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await _server.Anonymous.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.True(body.AsEnumerable().SequenceEqual(await StoredBodyAsync()));
    }

    [Fact]
    public async Task A_chunked_body_that_is_cut_off_is_no_ping_and_harms_no_other()
    {
        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(_server.Address.Host, _server.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /ping/{_id} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf"));
        }

        using var answer = await SendAsync("GET", "/ping/{id}");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from signal"));
    }

    [Fact]
    public async Task What_came_is_stored_with_the_signal()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ping/{_id}/3?rid=0B0A0908-0706-0504-0302-010000000001");
        request.Headers.TryAddWithoutValidation("User-Agent", new string('u', 300));
        request.Headers.Date = DateTimeOffset.Parse("2026-11-21T05:50:00Z");
        using var answer = await _server.Anonymous.SendAsync(request);
        Assert.Equal(
            "http POST 127.0.0.1 uuu|220|3|0b0a0908-0706-0504-0302-010000000001|2026-11-21 05:50:00",
            await _server.Database.ScalarAsync<string>(
                """
                select concat_ws('|', left(sender, 23), length(sender), exit_status, rid,
                    to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')) from signal
                """));
    }

    [Fact]
    public async Task A_start_and_its_end_are_one_run()
    {
        const string Rid = "0b0a0908-0706-0504-0302-010000000001";
        (await SendAsync("GET", $"/ping/{{id}}/start?rid={Rid}")).Dispose();
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from active_run"));
        (await SendAsync("GET", $"/ping/{{id}}?rid={Rid}")).Dispose();
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from active_run"));
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>(
            "select count(*) from run where state = 1 and started_at is not null and ended_at > started_at"));
        (await SendAsync("GET", $"/ping/{{id}}/start?rid={Rid}")).Dispose();
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from active_run"));
        Assert.Equal(3L, await _server.Database.ScalarAsync<long>("select count(*) from signal where run_id is not null"));
    }

    [Fact]
    public async Task A_job_that_is_gone_answers_not_found_by_id_and_by_slug()
    {
        (await SendAsync("GET", "/ping/{key}/shop-backup")).Dispose();
        using var deleted = await _server.Client.DeleteAsync("/v1/services/shop/jobs/backup");
        using var byId = await SendAsync("GET", "/ping/{id}");
        using var bySlug = await SendAsync("GET", "/ping/{key}/shop-backup");
        Assert.Equal((404, 404), ((int)byId.StatusCode, (int)bySlug.StatusCode));
    }

    async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? body = null)
    {
        var address = path.Replace("{id}", _id).Replace("{ID}", _id.ToUpperInvariant()).Replace("{key}", Key);
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body };
        return await _server.Anonymous.SendAsync(request);
    }

    async Task<byte[]> StoredBodyAsync() => (await _server.Database.ScalarAsync<byte[]>("select body from signal"))!;

    static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(at => (byte)(at * 31 % 251))];
}
