using System.Net;
using System.Text;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>A job says of which of its runs a row is kept, and a run may say otherwise.</summary>
public sealed class TrackingTests : RunsOverApi
{
    async Task TrackAsync(string tracking, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var content = new StringContent($$"""{"tracking": "{{tracking}}"}""", Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PutAsync("/v1/services/billing/jobs/import", content);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
    }

    async Task PingAsync(string path)
    {
        using var answer = await Server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/billing-import{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    Task<long> CountAsync(string what) => Server.Database.ScalarAsync<long>($"select count(*) from {what}");

    [Theory]
    [InlineData("full", 4, 2)]
    [InlineData("failures", 2, 1)]
    [InlineData("none", 0, 0)]
    public async Task What_stays_of_pings_and_told_runs(string tracking, int runs, int failed)
    {
        await TrackAsync(tracking);
        await PingAsync("");
        await PingAsync("/fail");
        foreach (var kind in new[] { "failed", "succeeded" })
        {
            await PingAsync("/start");
            await PingAsync("/log");
            await PingAsync(kind == "failed" ? "/1" : "/0");
        }

        Assert.Equal((runs, 0L), (await CountAsync("run"), await CountAsync("active_run")));
        Assert.Equal(failed == 0 ? 0 : 3 * failed, await CountAsync("other_signal"));
        Assert.Equal(8L, await Server.Database.ScalarAsync<long>("select signal_count from job_state"));
        var job = await GetAsync("/v1/services/billing/jobs/import");
        Assert.Equal((tracking, "green"), ((string?)job["tracking"], (string?)job["health"]!["colour"]));
        await PingAsync("/fail");
        Assert.Equal("red", (string?)(await GetAsync("/v1/services/billing/jobs/import"))["health"]!["colour"]);
    }

    [Theory]
    [InlineData("full", "failures", "succeeded", false)]
    [InlineData("full", "failures", "failed", true)]
    [InlineData("full", "none", "failed", false)]
    [InlineData("none", "full", "succeeded", true)]
    [InlineData("none", "failures", "failed", true)]
    [InlineData("failures", "full", "succeeded", true)]
    public async Task A_run_says_otherwise_when_it_is_made_and_keeps_its_word(string job, string run, string end, bool stays)
    {
        await TrackAsync(job);
        var made = await CreateAsync($$"""{"job": "billing/import", "state": "started", "tracking": "{{run}}"}""");
        await SignalAsync(made, """{"kind": "log", "message": "half way"}""");
        await SignalAsync(made, $$"""{"kind": "{{end}}", "message": "done"}""");
        await GetAsync($"/v1/runs/{made}", stays ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        Assert.Equal((stays ? 1L : 0L, stays ? 2L : 0L), (await CountAsync("run"), await CountAsync("other_signal")));
        Assert.Equal(0L, await CountAsync("active_run"));
    }

    [Fact]
    public async Task An_end_that_is_told_again_is_known_though_its_run_was_not_kept()
    {
        await TrackAsync("failures");
        var run = await CreateAsync("""{"job": "billing/import", "caller_id": "x-1", "state": "started"}""");
        await SignalAsync(run, """{"kind": "succeeded"}""");
        Assert.Equal("succeeded", (string?)(await SignalAsync(run, """{"kind": "succeeded"}"""))["state"]);
        await SignalAsync(run, """{"kind": "failed"}""", HttpStatusCode.Conflict);
        var (status, again) = await PostAsync("/v1/runs", """{"job": "billing/import", "caller_id": "x-1"}""");
        Assert.Equal((HttpStatusCode.OK, run), (status, (string?)again["id"]));

        const string rid = "0198f2ad-1111-4222-8333-444455556666";
        await PingAsync("/start?rid=" + rid);
        await PingAsync("?rid=" + rid);
        await PingAsync("?rid=" + rid);
        await PingAsync("/start?rid=" + rid);
        Assert.Equal((0L, 0L), (await CountAsync("run"), await CountAsync("active_run")));
    }

    [Fact]
    public async Task Lines_of_one_request_are_tracked_each_as_it_says()
    {
        await TrackAsync("none");
        var (_, receipts) = await PostAsync("/v1/signals", """
            {"job": "billing/import", "run": "a", "kind": "started"}
            {"job": "billing/import", "run": "a", "kind": "log", "message": "gone with its run"}
            {"job": "billing/import", "run": "a", "kind": "failed"}
            {"job": "billing/import", "run": "b", "kind": "failed", "tracking": "full", "message": "kept"}
            {"job": "billing/import", "run": "c", "kind": "succeeded", "keep": "30d"}
            {"job": "billing/import", "run": "d", "kind": "succeeded", "tracking": "some"}
            """);
        Assert.Equal((5, 1), ((int)receipts["taken"]!, (int)receipts["refused"]!));
        Assert.Equal(["c", "b"], await ListAsync(""));
        Assert.Equal((1L, 1L), (await CountAsync("other_signal"), await CountAsync("run_keep")));
    }

    [Fact]
    public async Task A_word_that_is_no_tracking_is_refused() => await TrackAsync("everything", HttpStatusCode.BadRequest);
}
