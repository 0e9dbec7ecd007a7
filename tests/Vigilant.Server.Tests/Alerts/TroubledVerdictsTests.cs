using Vigilant.Domain.Jobs;
using Vigilant.Server.Alerts;

namespace Vigilant.Server.Tests.Alerts;

public sealed class TroubledVerdictsTests : AlertsTest
{
    [Fact]
    public async Task Verdicts_of_a_deleted_job_go_and_hold_nothing()
    {
        var gone = await AddJobAsync("gone");
        var there = await AddJobAsync("there");
        await MissedAsync(gone);
        await MissedAsync(there);
        await Database.ExecuteAsync($"delete from job where id = '{gone}'");

        await EvaluateAsync();

        Assert.Equal(0, await CountAsync("verdict"));
        Assert.Equal(there, await Database.ScalarAsync<Guid>("select job_id from alert"));
    }

    [Fact]
    public async Task The_open_alert_of_a_deleted_job_is_closed_and_told()
    {
        await AddChannelAsync("mail");
        var gone = await AddJobAsync("gone");
        await MissedAsync(gone);
        await MissedAsync(await AddJobAsync("there"));
        await EvaluateAsync();
        await Database.ExecuteAsync($"delete from job where id = '{gone}'");
        Clock.Advance(TimeSpan.FromMinutes(3));

        await Get<CloseAlertsOfDeletedJobs>().RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "resolved|deletion|the job was deleted, 3 minutes after it opened",
            await OneAsync($"select concat_ws('|', state, resolved_by, resolution) from alert where job_id = '{gone}'"));
        Assert.Equal(1, await CountAsync("alert where state = 'firing'"));
        Assert.Equal(
            "alert.resolved|resolved|gone",
            await OneAsync("""
                select concat_ws('|', content ->> 'type', content #>> '{data,alert,state}', content #>> '{data,job,name}')
                from notification where event = 'resolved'
                """));
    }

    [Fact]
    public async Task What_cannot_be_evaluated_is_parked_alone_and_done_when_it_can_be()
    {
        await AddChannelAsync("mail");
        var jobs = new List<Guid>();
        for (var number = 0; number < 7; number++)
        {
            jobs.Add(await AddJobAsync($"job-{number}"));
            await MissedAsync(jobs[^1]);
        }

        // A problem that this version does not know.
        await Database.ExecuteAsync($"update verdict set problem = 99 where job_id = '{jobs[3]}'");

        await EvaluateAsync();
        Assert.Equal(6, await CountAsync("alert"));
        Assert.Equal(1, await CountAsync($"alert_subject where failures = 1 and failure <> '' and job_id = '{jobs[3]}'"));
        Assert.Equal(1, await CountAsync("verdict"));

        await EvaluateAsync();
        Assert.Equal(1, await CountAsync("alert_subject where failures = 1"));
        Clock.Advance(TimeSpan.FromSeconds(2));
        await EvaluateAsync();
        Assert.Equal(1, await CountAsync("alert_subject where failures = 2 and parked_until = '2026-11-21 06:00:04Z'"));

        await Database.ExecuteAsync($"update verdict set problem = {(int)Problem.Missed}");
        Clock.Advance(TimeSpan.FromHours(1));
        await EvaluateAsync();
        Assert.Equal(7, await CountAsync("alert"));
        Assert.Equal(0, await CountAsync("alert_subject where failures > 0 or parked_until is not null"));
    }

    [Fact]
    public async Task A_settled_channel_that_gave_up_hears_no_end_and_a_pending_one_does()
    {
        var gaveUp = await AddChannelAsync("gave-up");
        await AddChannelAsync("pending");
        var job = await AddJobAsync();
        await MissedAsync(job);
        await EvaluateAsync();
        await Database.ExecuteAsync($"update notification set state = 'given_up' where channel_id = '{gaveUp}'");

        await WellAsync(job);
        await EvaluateAsync();

        Assert.Equal("pending", await OneAsync("""
            select string_agg(c.name, ',') from notification n join channel c on c.id = n.channel_id where n.event = 'resolved'
            """));
    }

    [Fact]
    public async Task A_job_names_its_channels_by_name_or_id_and_only_of_its_own_project()
    {
        var stranger = Guid.CreateVersion7(Six.AddYears(2));
        await AddProjectAsync(stranger);
        var foreign = await AddChannelAsync("foreign", project: stranger);
        var byId = await AddChannelAsync("by-id");
        await AddChannelAsync("by-name");
        await AddChannelAsync("unnamed");
        await MissedAsync(await AddJobAsync(columns: $"channels = '{{by-name,{byId},{foreign}}}'"));

        await EvaluateAsync();

        Assert.Equal("by-id,by-name", await OneAsync("""
            select string_agg(c.name, ',' order by c.name) from notification n join channel c on c.id = n.channel_id
            """));
    }

    [Fact]
    public async Task Old_resolved_alerts_are_purged_and_open_ones_never()
    {
        var ended = await AddJobAsync("ended");
        await MissedAsync(ended);
        await WellAsync(ended);
        await MissedAsync(await AddJobAsync("open"));
        await EvaluateAsync();

        Clock.Advance(TimeSpan.FromDays(399));
        await Get<PurgeAlerts>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await CountAsync("alert"));

        Clock.Advance(TimeSpan.FromDays(2));
        await Get<PurgeAlerts>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal("firing", await OneAsync("select string_agg(state, ',') from alert"));
    }
}
