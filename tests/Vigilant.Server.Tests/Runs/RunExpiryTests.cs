using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Runs;
using Vigilant.Server.Runs.Removal;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Runs go when their time has come, and no others.</summary>
public sealed class RunExpiryTests : RunsOverApi
{
    readonly ManualClock _clock = new(DateTimeOffset.Parse("2026-01-05T00:00:00Z"));

    protected override TestServerSettings Settings => new() { Clock = _clock };

    async Task PutAsync(string path, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PutAsync(path, content);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
    }

    async Task<string> EndedAsync(string kind, string job = "billing/import", string more = "")
    {
        var run = await CreateAsync($$"""{"job": "{{job}}", "state": "started"{{more}}}""");
        await SignalAsync(run, $$"""{"kind": "{{kind}}"}""");
        return run;
    }

    /// <summary>Runs the pass as long as there is something for it to do, and returns how many runs it removed.</summary>
    async Task<int> ExpireAsync()
    {
        var pass = Server.Services.GetRequiredService<ExpireRuns>();
        for (var removed = 0; ;)
        {
            var result = await pass.RunOnceAsync(CancellationToken.None);
            removed += result.Done;
            if (result.Rest > TimeSpan.Zero)
            {
                return removed;
            }
        }
    }

    async Task DropWeeksAsync() => await Server.Services.GetRequiredService<PurgeRuns>().RunOnceAsync(CancellationToken.None);

    async Task<bool> IsThereAsync(string run)
    {
        using var answer = await Server.Client.GetAsync($"/v1/runs/{run}");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    Task<string?> WeekAsync(string partition) => Server.Database.ScalarAsync<string>($"select to_regclass('{partition}')::text");

    [Fact]
    public async Task Successes_are_kept_two_days_and_failures_180()
    {
        await PutAsync("/v1/services/billing/jobs/import", """{"retention": {"succeeded": "2d", "failed": "180d"}}""", HttpStatusCode.Created);
        var (good, bad, killed) = (await EndedAsync("succeeded"), await EndedAsync("failed"), await EndedAsync("killed"));
        var other = await EndedAsync("succeeded", "billing/export");
        await ExpireAsync();
        _clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await ExpireAsync());
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await ExpireAsync());
        Assert.Equal((false, true, true, true), (await IsThereAsync(good), await IsThereAsync(bad), await IsThereAsync(killed), await IsThereAsync(other)));

        // What says nothing goes after 90 days, though the week stays for the failure.
        _clock.Advance(TimeSpan.FromDays(98));
        await DropWeeksAsync();
        await ExpireAsync();
        Assert.Equal((true, false, false), (await IsThereAsync(bad), await IsThereAsync(killed), await IsThereAsync(other)));
        Assert.NotNull(await WeekAsync("run_20260105"));
        _clock.Advance(TimeSpan.FromDays(90));
        await DropWeeksAsync();
        Assert.Null(await WeekAsync("run_20260105"));
        Assert.False(await IsThereAsync(bad));
    }

    [Fact]
    public async Task Pinned_and_kept_runs_outlive_their_week_and_the_others_in_it_do_not()
    {
        var (pinned, other) = (await EndedAsync("succeeded"), await EndedAsync("failed"));
        var kept = await EndedAsync("succeeded", more: ", \"keep\": \"forever\"");
        var (status, pin) = await PostAsync($"/v1/runs/{pinned}/pin", """{"who": "ada", "why": "evidence"}""");
        Assert.Equal((HttpStatusCode.OK, "ada"), (status, (string?)pin["who"]));
        await PostAsync($"/v1/runs/{pinned}/pin", """{"who": "grace"}""");
        var shown = (await RunAsync(pinned))["pinned"]!;
        Assert.Equal(("ada", "evidence", "2026-01-05T00:00:00Z"), ((string?)shown["who"], (string?)shown["why"], ((string?)shown["at"])![..19] + "Z"));
        Assert.Equal("forever", (string?)(await RunAsync(kept))["keep"]);
        using var refused = await Server.Client.DeleteAsync($"/v1/runs/{pinned}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        _clock.Advance(TimeSpan.FromDays(99));
        await DropWeeksAsync();
        await ExpireAsync();
        Assert.Equal((true, true, false), (await IsThereAsync(pinned), await IsThereAsync(kept), await IsThereAsync(other)));

        // Let go, both go, and their week with them.
        using var letGo = await Server.Client.DeleteAsync($"/v1/runs/{pinned}/pin");
        Assert.Equal(HttpStatusCode.NoContent, letGo.StatusCode);
        Assert.Null((await RunAsync(pinned))["pinned"]);
        using var deleted = await Server.Client.DeleteAsync($"/v1/runs/{kept}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await ExpireAsync();
        Assert.False(await IsThereAsync(pinned));
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select (select count(*) from run_keep) + (select count(*) from run_pin)"));
        await DropWeeksAsync();
        Assert.Null(await WeekAsync("run_20260105"));
    }

    [Fact]
    public async Task A_run_says_how_long_it_is_kept_and_goes_when_it_has_ended()
    {
        var ended = await EndedAsync("failed", more: ", \"keep\": \"1h\"");
        var going = await CreateAsync("""{"job": "billing/import", "state": "started", "keep": "1h"}""");
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await ExpireAsync());
        Assert.Equal((false, true), (await IsThereAsync(ended), await IsThereAsync(going)));
        await SignalAsync(going, """{"kind": "succeeded"}""");
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await ExpireAsync());
        Assert.False(await IsThereAsync(going));
    }

    [Fact]
    public async Task The_most_specific_word_wins_and_what_makes_no_sense_is_refused()
    {
        await PutAsync("/v1/retention", """{"project": {"other": "30d", "failed": "90d"}, "services": {"billing": {"succeeded": "10d"}}}""", HttpStatusCode.OK);
        var read = await GetAsync("/v1/retention");
        Assert.Equal(("90d", "30d", "10d"), ((string?)read["default"], (string?)read["project"]!["other"], (string?)read["services"]!["billing"]!["succeeded"]));
        await PutAsync("/v1/services/billing/jobs/import", """{"retention": {"succeeded": "1d"}}""", HttpStatusCode.Created);
        string[] runs =
        [
            await EndedAsync("succeeded"), await EndedAsync("killed"), await EndedAsync("succeeded", "billing/export"),
            await EndedAsync("succeeded", "mail/send"), await EndedAsync("failed", "mail/send"),
        ];
        _clock.Advance(TimeSpan.FromMinutes(1));
        var gone = new List<string>();
        for (var day = 1; day <= 40; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await ExpireAsync();
            foreach (var run in runs.Where(run => !gone.Any(line => line.EndsWith(run, StringComparison.Ordinal))).ToArray())
            {
                if (!await IsThereAsync(run))
                {
                    gone.Add($"{day} {run}");
                }
            }
        }

        Assert.Equal([$"1 {runs[0]}", $"10 {runs[2]}", $"30 {runs[1]}", $"30 {runs[3]}"], gone);
        await PutAsync("/v1/retention", """{"project": {"succeded": "2d"}}""", HttpStatusCode.BadRequest);
        await PutAsync("/v1/retention", """{"services": {"billing": {"failed": "two days"}}}""", HttpStatusCode.BadRequest);
        await PutAsync("/v1/services/billing/jobs/import", """{"retention": {"failed": "1s"}}""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Many_go_in_small_batches_while_pings_of_the_same_job_are_answered()
    {
        await PutAsync("/v1/services/billing/jobs/import", """{"retention": {"succeeded": "1h"}}""", HttpStatusCode.Created);
        var lines = string.Join('\n', Enumerable.Range(0, 2300).Select(number => $$"""{"job": "billing/import", "run": "r{{number}}", "kind": "succeeded"}"""));
        Assert.Equal(2300, (int?)(await PostAsync("/v1/signals", lines)).Body["taken"]);
        await ExpireAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        // A writer whose job is held rests for a moment of this clock.
        await using var ticker = TimeProvider.System.CreateTimer(
            _ => _clock.Advance(TimeSpan.FromMilliseconds(5)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
        var expiring = ExpireAsync();
        var pings = 0;
        do
        {
            using var answer = await Server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/billing-import");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            pings++;
        }
        while (!expiring.IsCompleted);
        Assert.Equal(2300, await expiring);
        Assert.Equal(pings, await Server.Database.ScalarAsync<long>("select count(*) from run"));
        Assert.Equal(2300L + pings, await Server.Database.ScalarAsync<long>("select signal_count from job_state"));
    }

    [Fact]
    public async Task A_run_that_was_in_progress_when_its_time_had_come_goes_after_its_end()
    {
        await PutAsync("/v1/services/billing/jobs/import", """{"retention": {"other": "1h"}}""", HttpStatusCode.Created);
        var going = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        for (var hour = 1; hour <= 3; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(0, await ExpireAsync());
        }

        await SignalAsync(going, """{"kind": "failed"}""");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await ExpireAsync());
        Assert.False(await IsThereAsync(going));
    }
}
