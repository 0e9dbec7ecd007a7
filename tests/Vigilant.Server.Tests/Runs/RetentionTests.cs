using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Runs;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

public sealed class RetentionTests
{
    [Fact]
    public async Task Of_each_job_the_newest_signals_are_kept()
    {
        await using var server = await TestServer.StartAsync(new TestServerSettings
        {
            Loops = false,
            Configuration = new Dictionary<string, string> { ["Vigilant:Runs:SignalsPerJob"] = "10" },
        });
        for (var ping = 1; ping <= 25; ping++)
        {
            using var body = new StringContent($"output {ping}");
            using var answer = await server.Anonymous.PostAsync($"/ping/{TestServer.PingKey}/busy/{ping}?create=1", body);
            Assert.True(answer.IsSuccessStatusCode);
            using var log = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/busy/log");
            Assert.True(log.IsSuccessStatusCode);
        }

        var result = await server.Services.GetRequiredService<TrimSignals>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(40, result.Done);
        Assert.Equal(
            "21,22,23,24,25",
            await server.Database.ScalarAsync<string>(
                "select string_agg(exit_status::text, ',' order by id) from signal where body is not null"));
        Assert.Equal(5L, await server.Database.ScalarAsync<long>("select count(*) from signal where kind = 4"));
        Assert.Equal(25L, await server.Database.ScalarAsync<long>("select count(*) from run"));
        Assert.Equal(50L, await server.Database.ScalarAsync<long>("select signal_count from job_state"));
    }

    [Fact]
    public async Task Weeks_that_are_wholly_too_old_are_dropped_and_no_others()
    {
        var clock = new ManualClock(DateTimeOffset.Parse("2026-01-05T00:00:00Z"));
        await using var server = await TestServer.StartAsync(new TestServerSettings
        {
            Clock = clock,
            Configuration = new Dictionary<string, string> { ["Vigilant:Runs:KeepDays"] = "7" },
        });
        var purge = server.Services.GetRequiredService<PurgeRuns>();
        await server.Services.GetRequiredService<KeepPartitions>().RunOnceAsync(CancellationToken.None);
        var before = await server.Database.ScalarAsync<long>("select count(*) from pg_inherits where inhparent = 'other_signal'::regclass");
        Assert.Equal(4, before);

        // The week of 29 December ends on 5 January and may go on 12 January.
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await purge.RunOnceAsync(CancellationToken.None)).Done);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await purge.RunOnceAsync(CancellationToken.None)).Done);
        Assert.Null(await server.Database.ScalarAsync<string>("select to_regclass('other_signal_20251229')::text"));
        Assert.Null(await server.Database.ScalarAsync<string>("select to_regclass('run_20251229')::text"));
        Assert.Equal(3L, await server.Database.ScalarAsync<long>("select count(*) from pg_inherits where inhparent = 'run'::regclass"));
    }

    [Fact]
    public async Task A_run_that_ends_when_its_week_is_gone_brings_the_week_back()
    {
        var clock = new ManualClock(DateTimeOffset.Parse("2026-01-05T00:00:00Z"));
        await using var server = await TestServer.StartAsync(new TestServerSettings { Clock = clock });
        using var start = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/long/start?create=1");
        clock.Advance(TimeSpan.FromDays(120));
        await server.Services.GetRequiredService<PurgeRuns>().RunOnceAsync(CancellationToken.None);
        Assert.Null(await server.Database.ScalarAsync<string>("select to_regclass('run_20260105')::text"));
        using var end = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/long");
        Assert.True(end.IsSuccessStatusCode);
        Assert.Equal("120 days", await server.Database.ScalarAsync<string>("select (ended_at - started_at)::text from run"));
    }

    [Fact]
    public async Task A_signal_in_a_week_without_a_partition_makes_one()
    {
        var clock = new ManualClock(DateTimeOffset.Parse("2026-01-05T00:00:00Z"));
        await using var server = await TestServer.StartAsync(new TestServerSettings { Clock = clock });
        clock.Advance(TimeSpan.FromDays(200));
        using var answer = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/rare?create=1");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(1L, await server.Database.ScalarAsync<long>("select count(*) from signal"));
    }
}
