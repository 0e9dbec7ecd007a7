using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Tests.Alerts;

public sealed class EvaluateVerdictsTests : AlertsTest
{
    [Fact]
    public async Task A_missed_job_opens_an_alert_and_tells_every_enabled_channel()
    {
        var job = await AddJobAsync();
        await AddChannelAsync("mail");
        await AddChannelAsync("hook");
        await AddChannelAsync("off", enabled: false);
        await MissedAsync(job, at: Six.AddSeconds(-1));

        await EvaluateAsync();

        Assert.Equal(
            "firing|missed|critical|missed 1 runs|1|2026-11-21 05:59:59+00",
            await OneAsync("select concat_ws('|', state, class, severity, reason, missed_count, opened_at) from alert"));
        Assert.Equal(
            "hook firing pending, mail firing pending",
            await OneAsync("""
                select string_agg(concat_ws(' ', c.name, n.event, n.state), ', ' order by c.name)
                from notification n join channel c on c.id = n.channel_id
                """));
        Assert.Equal(0, await CountAsync("verdict"));
    }

    [Fact]
    public async Task A_recovery_resolves_and_tells_those_who_heard_of_the_alert()
    {
        var job = await AddJobAsync(columns: "channels = '{mail}'");
        await AddChannelAsync("mail");
        await MissedAsync(job, 4);
        await EvaluateAsync();

        await Database.ExecuteAsync("update job set channels = null");
        await AddChannelAsync("hook");
        await Database.ExecuteAsync("update channel set enabled = false where name = 'mail'");
        Clock.Advance(TimeSpan.FromMinutes(32));
        await WellAsync(job);
        await EvaluateAsync();

        Assert.Equal(
            "resolved|signal|recovered after 4 missed runs, 32 minutes after it opened|2026-11-21 06:32:00+00",
            await OneAsync("select concat_ws('|', state, resolved_by, resolution, resolved_at) from alert"));
        Assert.Equal(
            "mail firing, mail resolved",
            await OneAsync("""
                select string_agg(concat_ws(' ', c.name, n.event), ', ' order by n.created_at)
                from notification n join channel c on c.id = n.channel_id
                """));
    }

    [Fact]
    public async Task What_fires_and_ends_in_one_batch_is_told_in_that_order()
    {
        var job = await AddJobAsync();
        await AddChannelAsync("mail");
        await MissedAsync(job);
        await WellAsync(job);
        await VerdictAsync(job, Colour.Red, Problem.Failed, "failed");

        await EvaluateAsync();

        Assert.Equal(1, await CountAsync("alert where state = 'firing' and class = 'transient'"));
        Assert.Equal(1, await CountAsync("alert where state = 'resolved' and class = 'missed'"));
        Assert.Equal(
            "firing, resolved",
            await OneAsync("""
                select string_agg(event, ', ' order by created_at) from notification
                where alert_id = (select id from alert where state = 'resolved')
                """));
    }
}
