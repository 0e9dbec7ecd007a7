using System.Text;
using System.Text.Json;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class JobRefusalTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    const string Job = "/v1/services/billing/jobs/refused";

    HttpClient Client => fixture.Client;

    [Fact]
    public async Task A_slug_belongs_to_one_job()
    {
        (await Client.PutJsonAsync("/v1/services/a/jobs/first", """{"slug":"mine"}""")).With(201);
        var second = await Client.PutJsonAsync("/v1/services/a/jobs/second", """{"slug":"mine"}""");
        Assert.Equal("application/problem+json", second.With(409).Type);
        Assert.Contains("a/first in production", (string?)second["detail"]);
        (await Client.GetJsonAsync("/v1/services/a/jobs/second")).With(404);
        (await Client.PutJsonAsync("/v1/services/a/jobs/first", """{"slug":"mine"}""")).With(200);
    }

    [Fact]
    public async Task All_mistakes_of_a_request_are_said_at_once()
    {
        var answer = await Client.PutJsonAsync(Job, """
            {"schedule":"0 0 30 2 *","timezone":"Mars/Base","grace_secnds":5,"early_seconds":"60","enabled":"yes",
             "labels":{"a":1},"severity":"urgent"}
            """);
        Assert.Equal(
            ["early_seconds", "enabled", "grace_secnds", "labels", "schedule", "severity", "timezone"],
            answer.With(400).Errors.Order(StringComparer.Ordinal));
        Assert.Contains("did you mean grace_seconds?", answer.Error("grace_secnds"));
        Assert.Equal("must be a whole number", answer.Error("early_seconds"));
        Assert.Equal("application/problem+json", answer.Type);
    }

    [Theory]
    [InlineData("""{"schedule":""", "line 1")]
    [InlineData("{\n\"a\":1,\n]", "line 3")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("""{"slug":"a","slug":"b"}""", "twice")]
    public async Task A_body_that_is_no_object_is_refused_with_the_place_of_the_mistake(string body, string says)
    {
        var answer = await Client.PutJsonAsync(Job, body);
        Assert.Contains(says, (string?)answer.With(400)["detail"]);
    }

    [Theory]
    [InlineData("{\"description\":\"half \\ud800 of a letter\"}")]
    [InlineData("{\"description\":\"nul \\u0000\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"labels\":{\"k\":\"\\ud800\"}}")]
    public async Task Text_that_cannot_be_stored_is_refused(string body) => (await Client.PutJsonAsync(Job, body)).With(400);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var body = new ByteArrayContent([.. "{\"description\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        var answer = await Client.PutAsync(new Uri(Job, UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_labels_are_refused_in_one_sentence()
    {
        var labels = Enumerable.Range(0, 10_000).ToDictionary(number => $"label{number}", _ => "x");
        var answer = await Client.PutJsonAsync(Job, JsonSerializer.Serialize(new { labels }));
        Assert.Equal("must be at most 64, were 10000", answer.With(400).Error("labels"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public async Task A_body_beyond_a_megabyte_gets_its_answer(int megabytes)
    {
        var body = new StringBuilder("{\"description\":\"").Append('x', megabytes * 1024 * 1024).Append("\"}").ToString();
        var answer = await Client.PutJsonAsync(Job, body);
        Assert.Contains("1 MB", (string?)answer.With(413)["detail"]);
    }

    [Fact]
    public async Task A_channel_that_is_not_there_is_refused()
    {
        var answer = await Client.PutJsonAsync(Job, """{"channels":["ops","pager"]}""");
        Assert.Contains("ops, pager", answer.With(400).Error("channels"));
    }

    [Fact]
    public async Task An_environment_is_given_once()
    {
        var answer = await Client.PutJsonAsync($"{Job}?environment=staging", """{"environment":"test"}""");
        Assert.Contains("give it once", answer.With(400).Error("environment"));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("GET", "/v1/services/a/jobs/nothing", 404)]
    [InlineData("PATCH", "/v1/services/a/jobs/x", 405)]
    [InlineData("GET", "/v1/jobs?limit=many", 400)]
    [InlineData("GET", "/v1/jobs?limit=0", 400)]
    [InlineData("GET", "/v1/jobs?limit=501", 400)]
    [InlineData("GET", "/v1/jobs?colour=blue", 400)]
    [InlineData("GET", "/v1/jobs?color=red", 400)]
    [InlineData("GET", "/v1/jobs?label=team", 400)]
    [InlineData("GET", "/v1/jobs?cursor=AAAA", 400)]
    [InlineData("GET", "/v1/jobs?text=%00", 400)]
    [InlineData("GET", "/v1/schedules/preview?schedule=every%201h&from=yesterday", 400)]
    public async Task Every_error_is_a_problem_with_a_sentence(string method, string address, int status)
    {
        var answer = await Client.SendJsonAsync(new HttpMethod(method), address);
        Assert.Equal("application/problem+json", answer.With(status).Type);
        Assert.Equal(status, (int?)answer["status"]);
        Assert.EndsWith(".", (string?)answer["detail"]);
    }
}
