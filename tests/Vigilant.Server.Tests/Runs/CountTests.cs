using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs;
using Vigilant.Server.Runs.Removal;
using Vigilant.Server.Runs.Stats;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>What is counted equals what is there, at every moment: both are read in one snapshot.</summary>
public sealed class CountTests
{
    static readonly StatRange Always = StatRange.Of(null, null, DateTimeOffset.Parse("2026-11-21T10:00:00Z"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Counts_equal_rows_while_nodes_write_fold_delete_and_restart(int seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new ManualClock(DateTimeOffset.Parse("2026-11-21T10:30:00Z"));
        var settings = new TestServerSettings { Database = database, Clock = clock };
        await using var first = await TestServer.StartAsync(settings);
        var second = await TestServer.StartAsync(settings);
        using var over = new CancellationTokenSource();
        var checking = CheckAsync(database, over.Token);
        var ticking = TickAsync(clock, over.Token);
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
                ActAsync(number % 2 == 0 ? first : second, random.Next(), round, number)));
            clock.Advance(TimeSpan.FromMinutes(random.Next(1, 40)));
            await Task.WhenAll(FoldAsync(first), FoldAsync(second), ExpireAsync(first), ExpireAsync(second));
            if (round == 6)
            {
                await second.DisposeAsync();
                second = await TestServer.StartAsync(settings);
            }
        }

        // Their weeks are dropped, each as a whole.
        Assert.True(await database.ScalarAsync<long>("select count(*) from run") > 10);
        clock.Advance(TimeSpan.FromDays(120));
        await ExpireAsync(first);
        await over.CancelAsync();
        Assert.True(await checking > 10);
        await ticking;
        await FoldAsync(first);
        await AssertEqualAsync(database);
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from run where state = 1"));
        Assert.True(await database.ScalarAsync<long>("select count(*) from run_rollup") > 10);
        await second.DisposeAsync();
    }

    static async Task ActAsync(TestServer server, int seed, int round, int number)
    {
        var random = new Random(seed);
        var job = random.Next(5);
        switch (random.Next(12))
        {
            case < 5:
                var state = new[] { "", "/fail", "/start", "/7", "/log" }[random.Next(5)];
                using (var ping = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/job{job}{state}?create=1"))
                {
                    Assert.True(ping.IsSuccessStatusCode);
                }

                break;
            case < 9:
                await TellAsync(server, random, $"r{round}-{number}");
                break;
            case 9:
                await RemoveAsync(server, random);
                break;
            case 10:
                var settings = random.Next(2) == 0 ? """{"tracking": "failures", "retention": {"succeeded": "1h"}}""" : "{}";
                using (var body = new StringContent(settings, Encoding.UTF8, "application/json"))
                using (var put = await server.Client.PutAsync($"/v1/services/shop/jobs/job{job}", body))
                {
                    Assert.True((int)put.StatusCode < 500);
                }

                break;
            default:
                using (var deleted = await server.Client.DeleteAsync($"/v1/services/shop/jobs/job{job}"))
                {
                    Assert.True((int)deleted.StatusCode < 500);
                }

                break;
        }
    }

    static async Task TellAsync(TestServer server, Random random, string prefix)
    {
        var lines = new StringBuilder();
        for (var run = 0; run < 20; run++)
        {
            var kinds = new[] { "created", "queued", "started", "progress", random.Next(3) == 0 ? "failed" : "succeeded" };
            foreach (var kind in kinds.Take(random.Next(1, 6)))
            {
                lines.Append(CultureInfo.InvariantCulture,
                    $$"""{"job": "shop/job{{random.Next(5)}}", "run": "{{prefix}}-{{run}}", "kind": "{{kind}}", "progress": 0.5}""").Append('\n');
            }
        }

        using var body = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var answer = await server.Client.PostAsync("/v1/signals", body);
        Assert.True(answer.IsSuccessStatusCode);
    }

    // A writer that waits for the other node's lock rests by this clock.
    static async Task TickAsync(ManualClock clock, CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await timer.WaitForNextTickAsync(CancellationToken.None) && !over.IsCancellationRequested)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    // Some of them have gone meanwhile, or are in progress: then they are told so.
    static async Task RemoveAsync(TestServer server, Random random)
    {
        var list = JsonNode.Parse(await server.Client.GetStringAsync($"/v1/runs?state=finished&limit=20&job=shop/job{random.Next(5)}"))!;
        foreach (var run in list["runs"]!.AsArray())
        {
            using var removed = await server.Client.DeleteAsync($"/v1/runs/{run!["id"]}");
            Assert.True((int)removed.StatusCode < 500);
        }
    }

    static async Task ExpireAsync(TestServer server)
    {
        await server.Services.GetRequiredService<ExpireRuns>().RunOnceAsync(CancellationToken.None);
        await server.Services.GetRequiredService<PurgeRuns>().RunOnceAsync(CancellationToken.None);
    }

    static async Task FoldAsync(TestServer server) =>
        await server.Services.GetRequiredService<FoldTallies>().RunOnceAsync(CancellationToken.None);

    static async Task<int> CheckAsync(TestDatabase database, CancellationToken over)
    {
        var checks = 0;
        for (; !over.IsCancellationRequested; checks++)
        {
            await AssertEqualAsync(database);
        }

        return checks;
    }

    static async Task AssertEqualAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var projects = await ReadAsync(connection, "select id from project", row => row.GetGuid(0));
        var jobs = await ReadAsync(connection, "select id from job", row => row.GetGuid(0));
        foreach (var project in projects)
        {
            var rows = await ReadAsync(
                connection, "select job_id, state, count(*) from any_run group by 1, 2",
                row => (Job: row.GetGuid(0), State: (RunState)row.GetInt16(1), Count: row.GetInt64(2)));
            var all = await RunStats.ReadAsync(connection, project, null, Always, CancellationToken.None);
            Assert.Equal(Sums(rows.Select(row => (row.State, row.Count))), Sums(all.Select(count => (count.State, count.Count.Kept))));
            var each = await RunStats.ReadAsync(connection, project, [.. jobs], Always, CancellationToken.None);
            foreach (var job in jobs)
            {
                Assert.Equal(
                    Sums(rows.Where(row => row.Job == job).Select(row => (row.State, row.Count))),
                    Sums(each.Where(count => count.Subject == job).Select(count => (count.State, count.Count.Kept))));
            }
        }
    }

    static Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read) =>
        new NpgsqlCommand(sql, connection).ReadAllAsync(read, CancellationToken.None);

    static string Sums(IEnumerable<(RunState State, long Count)> counts) => string.Join(", ", counts
        .GroupBy(one => one.State)
        .Select(group => (State: group.Key, Count: group.Sum(one => one.Count)))
        .Where(one => one.Count != 0)
        .OrderBy(one => one.State)
        .Select(one => $"{one.State} {one.Count}"));
}
