using System.Net;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Tests.Runs;

/// <summary>One run from its making to its end, over /v1.</summary>
public sealed class RunLifeTests : RunsOverApi
{
    [Fact]
    public async Task A_run_goes_from_made_to_succeeded_and_every_time_is_kept()
    {
        var run = await CreateAsync("""
            {"job": "billing/import", "caller_id": "x-1", "arguments": {"book": "53", "dry": false}, "resources": [{"kind": "TaskPlan", "id": 42}],
             "host": "worker-3", "data": {"chapter": [1, 2, null]}, "labels": {"team": "a"}}
            """);
        Assert.Equal("created", (string?)(await RunAsync(run))["state"]);
        Assert.Equal($$"""{"run":"{{run}}","state":"queued"}""", (await SignalAsync(run, """{"kind": "queued"}""")).ToJsonString());
        Assert.Equal("started", (string?)(await SignalAsync(run, """{"kind": "started"}"""))["state"]);
        await SignalAsync(run, """{"kind": "progress", "progress": 1, "of": 5}""");
        Assert.Equal(0.2, (double?)(await RunAsync(run))["progress"]);
        await SignalAsync(run, """{"kind": "succeeded", "exit_code": 0, "processed": 999, "failed_items": 1}""");

        var over = await RunAsync(run);
        Assert.Equal("billing/import", (string?)over["job"]);
        Assert.Equal("x-1", (string?)over["caller_id"]);
        Assert.Equal("succeeded", (string?)over["state"]);
        Assert.Equal(1, (double?)over["progress"]);
        Assert.Equal(999, (int?)over["processed"]);
        Assert.Equal("""{"dry":"false","book":"53"}""", over["arguments"]!.ToJsonString());
        Assert.Equal("""[{"id":"42","kind":"TaskPlan"}]""", over["resources"]!.ToJsonString());
        Assert.Equal("""{"chapter":[1,2,null]}""", over["data"]!.ToJsonString());
        string[] times = [.. new[] { "created_at", "queued_at", "started_at", "ended_at" }.Select(name => (string)over[name]!)];
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Equal("green", (string?)(await GetAsync("/v1/services/billing/jobs/import"))["health"]!["colour"]);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from active_run"));
    }

    [Fact]
    public async Task The_same_id_of_the_caller_makes_one_run_however_often_and_also_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            PostAsync("/v1/runs", """{"job": "billing/import", "caller_id": "same", "state": "queued"}""")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Single(answers.Select(answer => (string?)answer.Body["id"]).Distinct());

        var run = (string)answers[0].Body["id"]!;
        await SignalAsync(run, """{"kind": "succeeded"}""");
        var (status, again) = await PostAsync("/v1/runs", """{"job": "billing/import", "caller_id": "same"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((run, "succeeded"), ((string?)again["id"], (string?)again["state"]));
    }

    [Theory]
    [InlineData("succeeded", "failed", "the run has ended: it is succeeded")]
    [InlineData("failed", "started", "the run has ended: it is failed")]
    [InlineData("killed", "succeeded", "the run has ended: it is killed")]
    [InlineData("skipped", "queued", "the run has ended: it is skipped")]
    [InlineData("started", "skipped", "the run has started, so it cannot be skipped")]
    [InlineData("started", "queued", "the run has started; a new attempt is queued with its number")]
    public async Task What_a_run_cannot_do_is_refused_with_the_reason_and_changes_nothing(string first, string then, string why)
    {
        var run = await CreateAsync("""{"job": "billing/import"}""");
        await SignalAsync(run, $$"""{"kind": "{{first}}"}""");
        var before = await RunAsync(run);
        var problem = await SignalAsync(run, $$"""{"kind": "{{then}}"}""", HttpStatusCode.Conflict);
        Assert.StartsWith(why, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await RunAsync(run)).ToJsonString());
    }

    [Fact]
    public async Task An_end_that_is_told_twice_is_one_end()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        await SignalAsync(run, """{"kind": "failed", "exit_code": 3}""");
        var before = await RunAsync(run);
        await SignalAsync(run, """{"kind": "failed", "exit_code": 3}""");
        Assert.Equal(before.ToJsonString(), (await RunAsync(run)).ToJsonString());
        Assert.Equal("failed with exit status 3", (string?)before["reason"]);
    }

    [Fact]
    public async Task Every_attempt_keeps_its_own_times_and_the_errors_of_all_of_them_stay()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "queued"}""");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await SignalAsync(run, $$"""{"kind": "started", "attempt": {{attempt}}, "max_attempts": 3}""");
            await SignalAsync(run, $$$"""{"kind": "error", "error": {"class": "Timeout", "number": {{{attempt}}}}}""");
            var receipt = await SignalAsync(run, $$"""{"kind": "failed", "attempt": {{attempt}}, "max_attempts": 3}""");
            Assert.Equal(attempt < 3 ? "queued" : "failed", (string?)receipt["state"]);
        }

        var over = await RunAsync(run);
        Assert.Equal(3, (int?)over["attempt"]);
        Assert.Equal([1, 2, 3], over["errors"]!.AsArray().Select(error => (int)error!["error"]!["number"]!));
        Assert.Equal([1, 2], over["attempts"]!.AsArray().Select(attempt => (int)attempt!["attempt"]!));
        var problem = await SignalAsync(run, """{"kind": "started", "attempt": 2}""", HttpStatusCode.Conflict);
        Assert.Contains("ended", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_request_stands_beside_the_state_is_set_once_and_survives_attempts()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        await SignalAsync(run, """{"kind": "kill_requested", "who": "ada", "why": "wrong book"}""");
        var first = await RunAsync(run);
        Assert.Equal("started", (string?)first["state"]);
        await SignalAsync(run, """{"kind": "kill_requested", "who": "grace"}""");
        await SignalAsync(run, """{"kind": "failed", "final": false}""");
        await SignalAsync(run, """{"kind": "started", "attempt": 2}""");
        var second = await RunAsync(run);
        Assert.Equal((string?)first["kill_requested_at"], (string?)second["kill_requested_at"]);
        Assert.Equal("""{"who":"ada","why":"wrong book"}""", second["kill"]!.ToJsonString());
        await SignalAsync(run, """{"kind": "killed"}""");
        Assert.Equal((string?)first["kill_requested_at"], (string?)(await RunAsync(run))["kill_requested_at"]);
    }

    [Fact]
    public async Task Steps_keep_their_own_progress_and_two_writers_lose_no_error()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        await SignalAsync(run, """{"kind": "step", "step": "load", "progress": 0.5}""");
        await SignalAsync(run, """{"kind": "step", "step": "write", "progress": 0.1}""");
        await SignalAsync(run, """{"kind": "step", "step": "load", "progress": 1}""");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SignalAsync(run, $$"""{"kind": "error", "error": {{number}}}""")));
        var going = await RunAsync(run);
        Assert.Equal((1, 0.1), ((double)going["steps"]!["load"]!["progress"]!, (double)going["steps"]!["write"]!["progress"]!));
        Assert.Equal(Enumerable.Range(0, 20), going["errors"]!.AsArray().Select(error => (int)error!["error"]!).Order());
    }

    [Theory]
    [InlineData("""{"kind": "progress", "progress": 1.5}""", "progress")]
    [InlineData("""{"kind": "progress", "progress": -0.1}""", "progress")]
    [InlineData("""{"kind": "progress", "progress": 0, "of": 0}""", "of")]
    [InlineData("""{"kind": "progress", "progress": 14, "of": 5}""", "progress")]
    [InlineData("""{"kind": "error", "error": null}""", "error")]
    [InlineData("""{"kind": "sleeping"}""", "kind")]
    [InlineData("""{"kind": "started", "atempt": 2}""", "atempt")]
    [InlineData("""{"kind": "started", "attempt": 0}""", "attempt")]
    [InlineData("""{"kind": "started", "at": "yesterday"}""", "at")]
    [InlineData("""{"progress": 0.1}""", "kind")]
    [InlineData("[]", "body")]
    public async Task What_cannot_be_read_is_refused_by_its_field(string body, string field)
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        var problem = await SignalAsync(run, body, HttpStatusCode.BadRequest);
        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task Text_that_the_database_refuses_is_kept_as_far_as_it_can_be()
    {
        var run = await CreateAsync("""{"job": "billing/import", "arguments": {"a": "nul \u0000 half \ud800"}, "data": {"b": "\u0000 \\u0000 \ud83d\ude00"}}""");
        var kept = await RunAsync(run);
        Assert.Equal("nul \uFFFD half \uFFFD", (string?)kept["arguments"]!["a"]);
        Assert.Equal("\uFFFD \\u0000 \U0001F600", (string?)kept["data"]!["b"]);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_is_not_theirs_or_is_not_there()
    {
        const string nobody = "01900000-0000-7000-8000-000000000000";
        await GetAsync($"/v1/runs/{nobody}", HttpStatusCode.NotFound);
        await SignalAsync(nobody, """{"kind": "started"}""", HttpStatusCode.NotFound);
        var run = await CreateAsync("""{"job": "billing/import"}""");
        using var stranger = await Server.Anonymous.GetAsync($"/v1/runs/{run}");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task A_run_that_outlives_its_job_is_gone_with_it()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        using var deleted = await Server.Client.DeleteAsync("/v1/services/billing/jobs/import");
        await SignalAsync(run, """{"kind": "kill_requested"}""", HttpStatusCode.NotFound);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select (select count(*) from active_run) + (select count(*) from run)"));
    }
}
