using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Runs.Stats;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

public sealed class RunStatsTests : RunsOverApi
{
    [Fact]
    public async Task Runs_are_counted_by_state_and_measured()
    {
        await LiveAsync("shop/pay", "succeeded");
        await LiveAsync("shop/pay", "succeeded");
        await LiveAsync("shop/pay", "failed");
        await LiveAsync("books/import", "succeeded");
        await CreateAsync("""{"job": "shop/pay", "state": "queued"}""");
        var stats = await GetAsync("/v1/runs/stats?job=shop/pay");
        Assert.Equal("counts", (string?)stats["source"]);
        Assert.Equal((2, 1, 1, 0), (Of(stats, "succeeded"), Of(stats, "failed"), Of(stats, "queued"), Of(stats, "killed")));
        Assert.Equal(2, (int)stats["ended"]!["succeeded"]!);
        Assert.Equal(3, (int)stats["duration_ms"]!["count"]!);
        var duration = stats["duration_ms"]!;
        Assert.True((long)duration["min"]! <= (long)duration["p50"]! && (long)duration["p50"]! <= (long)duration["max"]!);
        Assert.Equal(3, Of(await GetAsync("/v1/runs/stats"), "succeeded"));
        Assert.Equal(1, Of(await GetAsync("/v1/runs/stats?service=books"), "succeeded"));
        Assert.Equal(0, Of(await GetAsync("/v1/runs/stats?service=nobody"), "succeeded"));
        Assert.Equal(0, Of(await GetAsync("/v1/runs/stats?state=failed"), "succeeded"));
    }

    [Fact]
    public async Task Counts_are_the_same_before_and_after_they_are_added_up()
    {
        await LiveAsync("shop/pay", "succeeded");
        await LiveAsync("shop/pay", "failed");
        var before = await GetAsync("/v1/runs/stats?group_by=job");
        await Server.Database.ExecuteAsync("with full_ones as (update job_state set tally = '' from (select job_id as j, tally as t from job_state where tally <> '') o where job_id = o.j returning project_id, job_id, o.t) insert into run_tally (project_id, job_id, tally) select * from full_ones");
        Assert.Equal(before.ToJsonString(), (await GetAsync("/v1/runs/stats?group_by=job")).ToJsonString());
        await Server.Services.GetRequiredService<FoldTallies>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from run_tally"));
        Assert.Equal(before.ToJsonString(), (await GetAsync("/v1/runs/stats?group_by=job")).ToJsonString());
    }

    [Theory]
    [InlineData("job", "shop/pay", "books/import")]
    [InlineData("service", "shop", "books")]
    [InlineData("environment", "production")]
    [InlineData("state", "succeeded", "failed")]
    public async Task Runs_are_grouped(string by, params string[] keys)
    {
        await LiveAsync("shop/pay", "succeeded");
        await LiveAsync("shop/pay", "succeeded");
        await LiveAsync("books/import", "failed");
        var groups = (await GetAsync($"/v1/runs/stats?group_by={by}"))["groups"]!.AsArray();
        Assert.Equal(keys, groups.Select(group => (string)group!["key"]!));
    }

    [Fact]
    public async Task Runs_are_counted_by_hour_in_the_range_asked_for()
    {
        var clock = new ManualClock(DateTimeOffset.Parse("2026-11-21T08:10:00Z"));
        await using var server = await TestServer.StartAsync(new TestServerSettings { Clock = clock });
        for (var hour = 8; hour < 11; hour++)
        {
            using var ping = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/nightly?create=1");
            Assert.True(ping.IsSuccessStatusCode);
            clock.Advance(TimeSpan.FromHours(1));
        }

        var stats = JsonNode.Parse(await server.Client.GetStringAsync(
            "/v1/runs/stats?group_by=hour&created_after=2026-11-21T09:30:00Z&created_before=2026-11-21T11:00:00Z"))!;
        Assert.Equal("2026-11-21T09:00:00Z", (string?)stats["from"]);
        Assert.Equal(2, Of(stats, "succeeded"));
        Assert.Equal(
            ["2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z"],
            stats["groups"]!.AsArray().Select(group => (string)group!["key"]!));
    }

    [Fact]
    public async Task What_ended_is_remembered_when_the_job_is_gone()
    {
        await LiveAsync("shop/pay", "succeeded");
        using var deleted = await Server.Client.DeleteAsync("/v1/services/shop/jobs/pay");
        Assert.True(deleted.IsSuccessStatusCode);
        var stats = await GetAsync("/v1/runs/stats");
        Assert.Equal(0, Of(stats, "succeeded"));
        Assert.Equal(1, (int)stats["ended"]!["succeeded"]!);
    }

    [Fact]
    public async Task What_was_not_counted_is_answered_from_the_runs_and_says_so()
    {
        foreach (var (book, error) in new[] { ("53", "timeout after 30 s"), ("53", "timeout after 41 s"), ("7", "disk full") })
        {
            var run = await CreateAsync($$$"""
                {"job": "shop/pay", "state": "started", "host": "a", "arguments": {"book": "{{{book}}}"},
                 "resources": [{"kind": "TaskPlan", "id": "{{{book}}}"}]}
                """);
            await SignalAsync(run, $$"""{"kind": "failed", "error": "{{error}}"}""");
        }

        var stats = await GetAsync("/v1/runs/stats?argument=book:53");
        Assert.Equal(("rows", 2, false), ((string?)stats["source"], (int)stats["rows"]!, (bool)stats["is_part"]!));
        Assert.Equal((2, 2), (Of(stats, "failed"), (int)stats["duration_ms"]!["count"]!));
        Assert.Equal(["timeout after ‹n› s", "disk full"], await KeysAsync("error"));
        Assert.Equal(["TaskPlan:53", "TaskPlan:7"], await KeysAsync("resource"));
        Assert.Equal(["a"], await KeysAsync("host"));
    }

    [Fact]
    public async Task An_unknown_group_is_refused_with_those_there_are()
    {
        var problem = await GetAsync("/v1/runs/stats?group_by=colour", HttpStatusCode.BadRequest);
        Assert.Contains("job, service", problem["errors"]!["group_by"]![0]!.ToString(), StringComparison.Ordinal);
    }

    static int Of(JsonNode stats, string state) => (int)stats["states"]![state]!;

    async Task<IEnumerable<string?>> KeysAsync(string by) =>
        (await GetAsync($"/v1/runs/stats?group_by={by}"))["groups"]!.AsArray().Select(group => (string?)group!["key"]);

    async Task LiveAsync(string job, string end)
    {
        var run = await CreateAsync($$"""{"job": "{{job}}", "state": "started"}""");
        await SignalAsync(run, $$"""{"kind": "{{end}}"}""");
    }
}
