using System.Text;
using System.Text.Json.Nodes;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>The limits that the last runs of a job speak for, on a clock that the test moves.</summary>
public sealed class SuggestionTests : IAsyncLifetime
{
    const string Job = "/v1/services/billing/jobs/import";

    readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));
    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(new TestServerSettings
    {
        Clock = _clock,
        Configuration = new Dictionary<string, string> { ["Vigilant:Detection:FollowDatabaseClock"] = "false" },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_last_runs_that_succeeded_speak_for_limits()
    {
        await _server.Client.PutJsonAsync(Job, """{"schedule":"0 * * * *","grace_seconds":3000}""");
        for (var hour = 1; hour <= 12; hour++)
        {
            var day = new DateTimeOffset(2026, 11, 2, hour, 0, 0, TimeSpan.Zero);
            await SayAsync(day.AddSeconds(10), hour, "queued");
            await SayAsync(day.AddSeconds(30 + hour), hour, "started");
            await SayAsync(day.AddSeconds(30 + hour + (hour * 20)), hour, hour == 12 ? "failed" : "succeeded");
        }

        var limits = await SuggestionsAsync();
        Assert.Equal(11, (int?)limits["based_on"]);
        Assert.Equal(
            (450, "the longest of the last 11 runs took 3 minutes 40 seconds; twice that, rounded"),
            ((int?)limits["max_runtime_seconds"]!["suggested"], (string?)limits["max_runtime_seconds"]!["because"]));
        Assert.Equal(
            (10, "the shortest of the last 11 runs took 20 seconds; half of that"),
            ((int?)limits["min_runtime_seconds"]!["suggested"], (string?)limits["min_runtime_seconds"]!["because"]));
        Assert.Equal("the longest wait of the last 11 runs was 31 seconds; twice that, rounded", (string?)limits["max_wait_seconds"]!["because"]);
        Assert.Equal(
            "the latest success of the last 11 runs came late by 4 minutes 21 seconds; twice that, rounded",
            (string?)limits["grace_seconds"]!["because"]);
        Assert.Null(limits["heartbeat_seconds"]);
    }

    [Fact]
    public async Task Of_a_period_the_times_between_ends_speak_for_the_grace_and_kept_logs_for_the_heartbeat()
    {
        await _server.Client.PutJsonAsync(Job, """{"schedule":"every 1h"}""");
        for (var run = 1; run <= 12; run++)
        {
            await PingAsync(TimeSpan.FromMinutes(57 + (run % 3)), "/start");
            await PingAsync(TimeSpan.FromMinutes(2), "/log");
            await PingAsync(TimeSpan.FromMinutes(3), "");
        }

        var limits = await SuggestionsAsync();
        Assert.Equal(
            "the latest success of the last 11 runs came late by 4 minutes; twice that", (string?)limits["grace_seconds"]!["because"]);
        Assert.Equal(
            (360, "the longest silence of the last 12 runs was 3 minutes; twice that"),
            ((int?)limits["heartbeat_seconds"]!["suggested"], (string?)limits["heartbeat_seconds"]!["because"]));
        Assert.Null(limits["max_wait_seconds"]);
    }

    [Fact]
    public async Task No_more_than_a_hundred_runs_are_looked_at()
    {
        var lines = Enumerable.Range(0, 120).Select(run => $$"""{"job":"billing/import","run":"{{run}}","kind":"succeeded"}""");
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var answer = await _server.Client.PostAsync(new Uri("/v1/signals", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var limits = await SuggestionsAsync();
        Assert.Equal(100, (int?)limits["based_on"]);
        Assert.Null(limits["max_runtime_seconds"]);
    }

    [Fact]
    public async Task A_job_without_runs_has_no_suggestions_and_one_that_is_not_there_is_not_found()
    {
        await _server.Client.PutJsonAsync(Job, "{}");
        Assert.Equal("""{"based_on":0,"max_runtime_seconds":null,"min_runtime_seconds":null,"max_wait_seconds":null,"heartbeat_seconds":null,"grace_seconds":null}""", (await SuggestionsAsync()).ToJsonString());
        (await _server.Client.GetJsonAsync("/v1/services/billing/jobs/other/suggestions")).With(404);
    }

    async Task<JsonNode> SuggestionsAsync() => (await _server.Client.GetJsonAsync($"{Job}/suggestions")).With(200).Json!;

    async Task SayAsync(DateTimeOffset at, int run, string kind)
    {
        _clock.Advance(at - _clock.GetUtcNow());
        (await _server.Client.PostJsonAsync("/v1/signals", $$"""{"job":"billing/import","run":"{{run}}","kind":"{{kind}}"}""")).With(200);
    }

    async Task PingAsync(TimeSpan after, string suffix)
    {
        _clock.Advance(after);
        using var answer = await _server.Anonymous.PostAsync(
            new Uri($"/ping/{TestServer.PingKey}/billing-import{suffix}", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
