using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Alerts;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Tests.Alerts;

public sealed class EvaluateVerdictsTogetherTests : AlertsTest
{
    const int Jobs = 1000;

    [Fact]
    public async Task Two_nodes_at_once_never_open_twice_and_end_where_the_verdicts_end()
    {
        await AddChannelAsync("mail");
        await AddJobsAsync();
        await using var second = new NpgsqlDataSourceBuilder(Database.ConnectionString).Build();
        var other = new EvaluateVerdicts(second, Get<AlertDesk>(), Get<NodeClock>(), NullLogger<EvaluateVerdicts>.Instance);
        for (var round = 0; round < 4; round++)
        {
            await AddVerdictsAsync(Problem.Missed, "missed");
            await Task.WhenAll(DrainAsync(Pass), DrainAsync(other), AddVerdictsAsync(Problem.None, "succeeded"));
        }

        await AddVerdictsAsync(Problem.Failed, "failed");
        await Task.WhenAll(DrainAsync(Pass), DrainAsync(other));
        await DrainAsync(Pass);

        Assert.Equal(0, await CountAsync("verdict"));
        Assert.Equal(Jobs, await CountAsync("alert where state = 'firing' and class = 'transient'"));
        Assert.Equal(Jobs * 4, await CountAsync("alert where state = 'resolved' and class = 'missed'"));
        Assert.Equal(Jobs * 5, await CountAsync("notification where event = 'firing'"));
        Assert.Equal(Jobs * 4, await CountAsync("notification where event = 'resolved'"));
        Assert.Equal(0, await CountAsync("""
            notification ended join notification fired on fired.alert_id = ended.alert_id and fired.channel_id = ended.channel_id
            where ended.event = 'resolved' and fired.event = 'firing' and ended.created_at <= fired.created_at
            """));
        Assert.Equal(0, await CountAsync("alert_subject where failures > 0"));
    }

    [Fact]
    public async Task What_another_node_holds_is_skipped_and_what_it_loses_is_done_again()
    {
        await AddChannelAsync("mail");
        var job = await AddJobAsync();
        var free = await AddJobAsync("free");
        await MissedAsync(job);
        await MissedAsync(free);
        await using (var lost = await Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using var transaction = await lost.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await VerdictInbox.MakeSubjectsAsync(lost, 10, TestContext.Current.CancellationToken);
            await VerdictInbox.ClaimTheseAsync(lost, [job], TestContext.Current.CancellationToken);
            await Get<AlertDesk>().SettleAsync(lost, [job], Six, TestContext.Current.CancellationToken);
            await using var inside = new NpgsqlCommand("select count(*) from notification", lost);
            Assert.Equal(1L, await inside.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(2, await CountAsync("verdict"));
        Assert.Equal(0, await CountAsync("alert"));
        await EvaluateAsync();
        Assert.Equal(2, await CountAsync("alert where state = 'firing'"));
        Assert.Equal(2, await CountAsync("notification"));
    }

    [Fact]
    public async Task Jobs_that_another_node_holds_do_not_hold_the_others()
    {
        var held = await AddJobAsync();
        var free = await AddJobAsync("free");
        await MissedAsync(held);
        await MissedAsync(free);
        await using var other = await Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await VerdictInbox.MakeSubjectsAsync(other, 10, TestContext.Current.CancellationToken);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await VerdictInbox.ClaimTheseAsync(other, [held], TestContext.Current.CancellationToken);

        await EvaluateAsync();

        Assert.Equal(free, await Database.ScalarAsync<Guid>("select job_id from alert"));
        Assert.Equal(held, await Database.ScalarAsync<Guid>("select job_id from verdict"));
    }

    static async Task DrainAsync(EvaluateVerdicts pass)
    {
        for (var idle = 0; idle < 3;)
        {
            idle = (await pass.RunOnceAsync(TestContext.Current.CancellationToken)).Done == 0 ? idle + 1 : 0;
        }
    }

    Task AddJobsAsync() => Database.ExecuteAsync($$"""
        insert into job (id, project_id, environment, service, name, slug, timezone, grace_seconds, early_seconds,
            severity, labels, description, enabled, created_at, updated_at)
        select gen_random_uuid(), '{{Project}}', 'production', 'billing', n::text, n::text, 'UTC', 0, 0,
            'warning', '{}', '', true, '2026-11-01Z', '2026-11-01Z'
        from generate_series(1, {{Jobs}}) n
        """);

    Task AddVerdictsAsync(Problem problem, string reason) => Database.ExecuteAsync($"""
        insert into verdict (project_id, job_id, at, decided_at, colour, problem, reason)
        select project_id, id, '2026-11-21 06:00Z', '2026-11-21 06:00Z', {(problem == Problem.None ? 2 : 3)}, {(int)problem}, '{reason}'
        from job
        """);
}
