using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;

namespace Vigilant.Stories;

/// <summary>Runs that wait, stop, or end as they should not: told, and told when it is over.</summary>
public sealed class WatchStories
{
    [Fact]
    public async Task A_run_that_nobody_picks_up_is_told_until_it_starts()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("import", """{"max_wait_seconds":300}""");
        await story.Posts("/v1/runs", """{"job":"shop/import","caller_id":"x-1","state":"queued"}""");
        await story.At("12:04:59");
        await story.HearsNothingMore();
        await story.At("12:05:01");
        await story.Hears(
            "alert.firing", "import", "\"class\":\"waiting\"", "waiting: the run x-1 has not started within 5 minutes",
            "it waits since 2026-11-02 12:00:00 UTC", "The start of the run within 5 minutes.");
        await story.ShowsAsync("import", "red");
        var run = await RunAsync(story);
        Assert.Equal(("queued", "waiting"), ((string?)run["state"], (string?)run["mark"]));
        await story.At("12:10");
        await story.Posts("/v1/signals", """{"job":"shop/import","run":"x-1","kind":"started"}""");
        await story.Hears("alert.resolved", "import", "recovered");
        await story.ShowsAsync("import", "yellow");
        Assert.Null((await RunAsync(story))["mark"]);
    }

    [Fact]
    public async Task A_run_that_is_alive_and_comes_no_further_is_told_also_after_a_restart()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("crawl", """{"progress_seconds":720,"heartbeat_seconds":3600}""");
        await story.Posts("/v1/runs", """{"job":"shop/crawl","caller_id":"x-1","state":"started"}""");
        await story.At("12:01");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"progress","progress":40,"of":100}""");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"step","step":"pages","progress":0.5}""");
        await story.ServerIsDownUntil("12:01:20");
        await story.At("12:12");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"heartbeat"}""");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"progress","progress":40,"of":100}""");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"step","step":"pages","progress":0.5}""");
        await story.HearsNothingMore();
        await story.At("12:13:01");
        await story.Hears(
            "alert.firing", "crawl", "\"class\":\"stalled\"", "stalled: progress unchanged at 40 % for 12 minutes",
            "and progress every 12 minutes");
        Assert.Equal("stalled", (string?)(await RunAsync(story))["mark"]);
        await story.At("12:20");
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"heartbeat"}""");
        await story.HearsNothingMore();
        await story.Posts("/v1/signals", """{"job":"shop/crawl","run":"x-1","kind":"progress","progress":41,"of":100}""");
        await story.Hears("alert.resolved", "crawl", "recovered");
    }

    [Fact]
    public async Task A_success_that_was_too_fast_is_told_until_one_takes_its_time()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("backup", """{"min_runtime_seconds":600}""");
        await story.Pings("backup", "/start");
        await story.At("12:00:02");
        await story.Pings("backup");
        await story.Hears(
            "alert.firing", "backup", "\"class\":\"partial\"", "too fast: succeeded after 2 seconds, and takes at least 10 minutes",
            "A success that takes at least 10 minutes.");
        var run = await RunAsync(story);
        Assert.Equal(("succeeded", "too_fast"), ((string?)run["state"], (string?)run["mark"]));
        await story.At("13:00");
        await story.Pings("backup", "/start");
        await story.ShowsAsync("backup", "red");
        await story.At("13:11");
        await story.Pings("backup");
        await story.Hears("alert.resolved", "backup", "recovered");
        await story.ShowsAsync("backup", "green");
    }

    [Fact]
    public async Task A_success_of_which_too_much_failed_is_told_and_one_of_which_a_little_failed_is_not()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("mails", """{"partial_tolerance":"1%"}""");
        await story.Posts("/v1/signals", """{"job":"shop/mails","run":"a","kind":"progress","progress":0.5,"failed_items":30}""");
        // What was told before is known after a restart, too.
        await story.ServerIsDownUntil("12:00:10");
        await story.Posts("/v1/signals", """{"job":"shop/mails","run":"a","kind":"succeeded","processed":1000}""");
        await story.Hears(
            "alert.firing", "mails", "\"class\":\"partial\"", "partial: 30 of 1000 items failed, at most 1 % of the items may",
            "A success in which at most 1 % of the items failed.");
        await story.At("13:00");
        await story.Posts("/v1/signals", """{"job":"shop/mails","run":"b","kind":"succeeded","processed":1000,"failed_items":3}""");
        await story.Hears("alert.resolved", "mails", "recovered");
        await story.ShowsAsync("mails", "green");
        var run = await RunAsync(story);
        Assert.Equal(("succeeded", "partial", "3 of 1000 items failed"), ((string?)run["state"], (string?)run["mark"], (string?)run["reason"]));
    }

    [Fact]
    public async Task What_waited_or_stood_still_while_no_server_ran_has_its_whole_time_anew()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("import", """{"max_wait_seconds":300}""");
        await story.Expects("crawl", """{"progress_seconds":300}""");
        await story.Expects("backup", """{"min_runtime_seconds":600}""");
        await story.Posts("/v1/runs", """{"job":"shop/import","caller_id":"x-1","state":"queued"}""");
        await story.Posts("/v1/runs", """{"job":"shop/crawl","caller_id":"y-1","state":"started"}""");
        await story.At("12:01");
        await story.ServerIsDownUntil("12:31");
        await story.HearsNothingMore();
        // Its start was refused for half an hour.
        await story.Pings("backup", "/start");
        await story.Pings("backup");
        await story.ShowsAsync("backup", "green");
        await story.At("12:35:59");
        await story.HearsNothingMore();
        await story.At("12:36:01");
        await story.Hears("alert.firing", "import", "waiting");
        await story.Hears("alert.firing", "crawl", "stalled");
        await story.HearsNothingMore();
    }

    [Fact]
    public async Task The_pages_of_job_and_run_say_what_is_wrong_and_since_when()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("import", """{"max_wait_seconds":300,"progress_seconds":600,"partial_tolerance":"0"}""");
        await story.Posts("/v1/runs", """{"job":"shop/import","caller_id":"made"}""");
        await story.Posts("/v1/runs", """{"job":"shop/import","caller_id":"queued","state":"queued"}""");
        await story.Posts("/v1/runs", """{"job":"shop/import","caller_id":"still","state":"started"}""");
        await story.At("12:04");
        await story.Posts("/v1/signals", """{"job":"shop/import","run":"still","kind":"progress","progress":0.25}""");
        await story.Posts("/v1/signals", """{"job":"shop/import","run":"half","kind":"succeeded","processed":10,"failed_items":5}""");
        await story.At("12:15");
        await story.Posts("/v1/signals", """{"job":"shop/import","run":"still","kind":"heartbeat"}""");

        var services = story.Server.Services;
        var project = await story.Asks<Guid>("select id from project");
        var job = (await services.GetRequiredService<IJobBoard>().FindAsync(project, await story.Asks<Guid>("select id from job"), default))!;
        Assert.Equal(
            [("still", RunMark.Unchanged, true), ("queued", RunMark.Waiting, false), ("made", RunMark.Waiting, false)],
            job.Running.Select(run => (run.Rid!, run.Mark, run.IsStarted)));
        Assert.Equal("2026-11-02 12:04", $"{job.Running[0].UnchangedSince:yyyy-MM-dd HH:mm}");
        var half = Assert.Single(job.Runs);
        Assert.Equal((RunMark.Partial, "partial: 5 of 10 items failed, at most 0 items may"), (half.Mark, half.Reason));

        var runs = services.GetRequiredService<IRunBoard>();
        var pages = await Task.WhenAll(job.Running.Select(run => runs.FindAsync(project, run.Id, default)));
        Assert.Equal(["12:04", "12:00", "12:00"], pages.Select(page => $"{page!.MarkedSince:HH:mm}"));
        Assert.Equal([RunMark.Unchanged, RunMark.Waiting, RunMark.Waiting], pages.Select(page => page!.Mark));
        Assert.Equal((RunMark.Partial, null), await runs.FindAsync(project, half.Id, default) is { } ended ? (ended.Mark, ended.MarkedSince) : default);
    }

    static async Task<JsonNode> RunAsync(Story story) =>
        JsonNode.Parse(await story.Server.Client.GetStringAsync("/v1/runs?limit=1"))!["runs"]![0]!;
}
