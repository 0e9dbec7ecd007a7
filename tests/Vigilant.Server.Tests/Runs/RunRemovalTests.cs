using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Domain.Runs;
using Vigilant.Server.Runs.Removal;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>A run that is removed is gone with everything that was kept of it, and nothing brings it back.</summary>
public sealed class RunRemovalTests : RunsOverApi
{
    const string Rid = "0198f2ad-1111-4222-8333-444455556666";

    async Task DeleteAsync(string run, HttpStatusCode expected = HttpStatusCode.NoContent)
    {
        using var answer = await Server.Client.DeleteAsync($"/v1/runs/{run}");
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
    }

    async Task PingAsync(string path)
    {
        using var answer = await Server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/{path}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task<long> CountAsync(string what) => Server.Database.ScalarAsync<long>($"select count(*) from {what}");

    async Task<(string Run, Guid Job)> EndedAsync(string callerId)
    {
        var run = await CreateAsync($$"""{"job": "billing/import", "caller_id": "{{callerId}}", "state": "started"}""");
        await SignalAsync(run, """{"kind": "log", "message": "half way"}""");
        await SignalAsync(run, """{"kind": "failed", "message": "no disk"}""");
        return (run, await Server.Database.ScalarAsync<Guid>("select id from job where name = 'import'"));
    }

    [Fact]
    public async Task Everything_of_a_run_goes_with_it_and_nothing_of_its_neighbour()
    {
        var (run, _) = await EndedAsync("x-1");
        var (other, _) = await EndedAsync("x-2");
        await DeleteAsync(run);
        await GetAsync($"/v1/runs/{run}", HttpStatusCode.NotFound);
        Assert.Equal("failed", (string?)(await RunAsync(other))["state"]);
        Assert.Equal((1L, 2L), (await CountAsync("run"), await CountAsync("other_signal")));
        Assert.Equal(2L, await CountAsync($"other_signal where run_id = '{other}'"));
        await DeleteAsync(run, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_late_signal_is_told_that_its_run_was_removed_and_makes_no_new_one()
    {
        var (run, _) = await EndedAsync("x-1");
        await DeleteAsync(run);
        foreach (var kind in new[] { "started", "failed", "kill_requested", "log" })
        {
            var problem = await SignalAsync(run, $$"""{"kind": "{{kind}}"}""", HttpStatusCode.Gone);
            Assert.Contains("was removed", (string?)problem["detail"], StringComparison.Ordinal);
        }

        var (status, made) = await PostAsync("/v1/runs", """{"job": "billing/import", "caller_id": "x-1"}""");
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains(run, (string?)made["detail"], StringComparison.Ordinal);

        var (_, lines) = await PostAsync("/v1/signals", $$"""
            {"job": "billing/import", "run": "x-1", "kind": "started"}
            {"job": "billing/import", "run": "{{run}}", "kind": "failed"}
            {"job": "billing/import", "run": "x-9", "kind": "started"}
            """);
        Assert.Equal((1, 2), ((int)lines["taken"]!, (int)lines["refused"]!));
        Assert.All(lines["lines"]!.AsArray().Take(2), line => Assert.Contains("removed", (string?)line!["error"], StringComparison.Ordinal));
        Assert.Equal((0L, 1L), (await CountAsync("run"), await CountAsync("active_run")));
    }

    [Fact]
    public async Task A_late_ping_is_answered_and_makes_no_new_run()
    {
        await PingAsync("nightly/start?create=1&rid=" + Rid);
        await PingAsync("nightly?rid=" + Rid);
        var run = await Server.Database.ScalarAsync<Guid>("select id from run");
        await DeleteAsync(run.ToString());
        await PingAsync("nightly?rid=" + Rid);
        await PingAsync("nightly/start?rid=" + Rid);
        await PingAsync("nightly/fail?rid=" + Rid);
        Assert.Equal((0L, 0L), (await CountAsync("run"), await CountAsync("active_run")));
        Assert.Equal(0L, await CountAsync($"other_signal where run_id = '{run}'"));
        Assert.Equal("green", (string?)(await GetAsync("/v1/services/default/jobs/nightly"))["health"]!["colour"]);
    }

    [Fact]
    public async Task A_run_in_progress_is_left_and_says_so()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        await DeleteAsync(run, HttpStatusCode.Conflict);
        Assert.Equal("started", (string?)(await RunAsync(run))["state"]);
        await DeleteAsync("01900000-0000-7000-8000-000000000000", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_remover_says_of_each_run_what_became_of_it()
    {
        var (ended, job) = await EndedAsync("x-1");
        var running = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        var absent = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var project = await Server.Database.ScalarAsync<Guid>("select id from project");
        var remover = Server.Services.GetRequiredService<RunRemover>();
        var removal = await remover.RemoveAsync(
            project, job, [Guid.Parse(ended), Guid.Parse(running), absent, Guid.Parse(ended)], CancellationToken.None);
        Assert.Equal([new RemovedRun(Guid.Parse(ended), RunState.Failed)], removal.Removed);
        Assert.Equal(
            new HashSet<LeftRun> { new(Guid.Parse(running), LeftBecause.InProgress), new(absent, LeftBecause.Absent) },
            removal.Left.ToHashSet());

        // Another project's word removes nothing.
        var (other, _) = await EndedAsync("x-2");
        Assert.Empty((await remover.RemoveAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), job, [Guid.Parse(other)], CancellationToken.None)).Removed);
    }

    [Fact]
    public async Task A_slot_keeps_the_id_of_the_run_that_came_for_it()
    {
        var (run, job) = await EndedAsync("x-1");
        await Server.Database.ExecuteAsync(
            $"insert into slot (project_id, job_id, nominal_time, state, run_id, decided_at) select project_id, id, now(), 0, '{run}', now() from job where id = '{job}'");
        await DeleteAsync(run);
        Assert.Equal(Guid.Parse(run), await Server.Database.ScalarAsync<Guid>("select run_id from slot"));
    }
}
