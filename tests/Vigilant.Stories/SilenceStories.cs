namespace Vigilant.Stories;

/// <summary>A job falls silent and the right person knows.</summary>
public sealed class SilenceStories
{
    [Fact]
    public async Task A_nightly_job_falls_silent_and_comes_back()
    {
        await using var story = await Story.BeginAsync("05:00");
        await story.Expects("backup", """{"schedule":"0 6 * * *","grace_seconds":600,"severity":"critical","labels":{"team":"ops"} }""");
        await story.At("06:04");
        await story.Pings("backup", body: "42 files copied");
        await story.ShowsAsync("backup", "green");
        await story.At("2026-11-03 06:09:59");
        await story.HearsNothingMore();
        await story.At("2026-11-03 06:10");
        await story.Hears(
            "alert.firing", "backup", "missed", "2026-11-03T06:10:00", "42 files copied", "\"team\":\"ops\"", "\"environment\":\"production\"");
        await story.ShowsAsync("backup", "red");
        await story.At("2026-11-03 09:00");
        await story.HearsNothingMore();
        await story.Pings("backup");
        await story.Hears("alert.resolved", "backup", "1 missed run");
        await story.ShowsAsync("backup", "green");
        await story.At("2026-11-03 23:00");
        await story.HearsNothingMore();
    }

    [Fact]
    public async Task A_heartbeat_of_thirty_seconds_stops()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("sensor", """{"schedule":"every 30s","grace_seconds":5}""");
        await story.At("12:00:20");
        await story.Pings("sensor");
        await story.At("12:00:54");
        await story.HearsNothingMore();
        await story.At("12:00:55");
        await story.Hears("alert.firing", "sensor", "missed");
        Assert.Equal("2026-11-02 12:00:55", await story.Asks<string>(
            "select to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from alert"));
    }

    [Fact]
    public async Task A_failure_is_told_at_once_and_only_once()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("import", """{"schedule":"every 1h"}""");
        await story.Pings("import", "/3", "disk full");
        await story.Hears("alert.firing", "import", "exit status 3", "disk full");
        await story.Pings("import", "/3", "disk full");
        await story.Pings("import", "/fail");
        await story.HearsNothingMore();
        await story.Pings("import");
        await story.Hears("alert.resolved", "import");
    }

    [Fact]
    public async Task A_run_that_goes_on_too_long_is_told_while_it_runs()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("report", """{"max_runtime_seconds":1800}""");
        await story.Pings("report", "/start");
        await story.ShowsAsync("report", "yellow");
        await story.At("12:30");
        await story.Hears("alert.firing", "report", "overrun");
        await story.At("12:40");
        await story.Pings("report");
        await story.Hears("alert.resolved", "report");
    }

    [Fact]
    public async Task A_run_without_heartbeat_is_told_as_stalled()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("crawl", """{"heartbeat_seconds":60}""");
        await story.Pings("crawl", "/start");
        await story.At("12:00:50");
        await story.Pings("crawl", "/log");
        await story.At("12:01:49");
        await story.HearsNothingMore();
        await story.At("12:01:50");
        await story.Hears("alert.firing", "crawl", "stalled");
    }

    [Fact]
    public async Task A_job_that_never_ran_at_all_is_told()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("forgotten", """{"schedule":"every 1h","grace_seconds":60}""");
        await story.At("13:01");
        await story.Hears("alert.firing", "forgotten", "it never succeeded");
    }

    [Fact]
    public async Task A_paused_job_is_silent_and_pausing_a_red_one_ends_its_alert()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("sync", """{"schedule":"every 1h","grace_seconds":60}""");
        await story.At("13:01");
        await story.Hears("alert.firing", "sync");
        await story.Posts("/v1/services/shop/jobs/sync/pause", """{"who":"Ann","why":"moving the disks"}""");
        await story.Hears("alert.resolved", "sync", "paused");
        await story.ShowsAsync("sync", "grey");
        await story.At("2026-11-05 00:00");
        await story.HearsNothingMore();
        await story.Posts("/v1/services/shop/jobs/sync/resume", "{}");
        await story.At("2026-11-05 01:00:59");
        await story.HearsNothingMore();
        await story.At("2026-11-05 01:01");
        await story.Hears("alert.firing", "sync");
    }

    [Fact]
    public async Task After_half_an_hour_without_a_server_only_what_stays_silent_is_told()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("alive", """{"schedule":"every 10m","grace_seconds":60}""");
        await story.Expects("dead", """{"schedule":"every 10m","grace_seconds":60}""");
        await story.Expects("hourly", """{"schedule":"0 * * * *","grace_seconds":300}""");
        await story.At("12:50");
        await story.Hears("alert.firing", "alive");
        await story.Hears("alert.firing", "dead");
        await story.Pings("alive");
        await story.Hears("alert.resolved", "alive");
        await story.Pings("dead");
        await story.Hears("alert.resolved", "dead");
        await story.ServerIsDownUntil("13:20");
        await story.HearsNothingMore();
        Assert.Equal(1L, await story.Asks<long>("select count(*) from gap"));
        Assert.Equal(1L, await story.Asks<long>("select count(*) from slot where state = 3"));
        await story.At("13:25");
        await story.Pings("alive");
        await story.At("13:31");
        await story.Hears("alert.firing", "dead");
        await story.HearsNothingMore();
        await story.At("13:36");
        await story.Hears("alert.firing", "alive");
        await story.At("14:05");
        await story.Hears("alert.firing", "hourly");
    }

    [Fact]
    public async Task A_senders_clock_that_is_ten_minutes_off_is_a_mark_and_no_alert()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("skewed", """{"schedule":"every 1m","grace_seconds":5}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/ping/{Vigilant.Testing.TestServer.PingKey}/shop-skewed");
        request.Headers.Date = story.Now.AddMinutes(-10);
        using var answer = await story.Server.Anonymous.SendAsync(request);
        await story.At("12:01:04");
        await story.HearsNothingMore();
        Assert.Equal(-600, await story.Asks<int>("select extract(epoch from sent_at - received_at)::int from signal"));
    }

    [Fact]
    public async Task Who_acknowledges_is_kept_and_who_resolves_by_hand_is_told()
    {
        await using var story = await Story.BeginAsync("12:00");
        await story.Expects("mail", """{"schedule":"every 1h","grace_seconds":60}""");
        await story.At("13:01");
        await story.Hears("alert.firing", "mail");
        var alert = await story.Asks<Guid>("select id from alert");
        await story.Posts($"/v1/alerts/{alert}/acknowledge", """{"who":"Ann","note":"looking"}""");
        await story.HearsNothingMore();
        await story.Posts($"/v1/alerts/{alert}/resolve", """{"who":"Ann"}""");
        await story.Hears("alert.resolved", "mail", "by hand");
        await story.At("15:00");
        await story.HearsNothingMore();
    }
}
