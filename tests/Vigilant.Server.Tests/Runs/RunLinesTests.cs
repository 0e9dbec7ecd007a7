using System.Net;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Many signals in one request.</summary>
public sealed class RunLinesTests : RunsOverApi
{
    [Fact]
    public async Task Whole_lives_in_one_request_are_kept_as_if_they_had_come_one_by_one()
    {
        var lines = Enumerable.Range(0, 500).SelectMany(run => new[]
        {
            $$$"""{"job": "billing/import", "run": "r{{{run}}}", "kind": "created", "arguments": {"book": "{{{run % 10}}}"}}""",
            $$"""{"job": "billing/import", "run": "r{{run}}", "kind": "queued"}""",
            $$"""{"job": "billing/import", "run": "r{{run}}", "kind": "started"}""",
            $$"""{"job": "billing/import", "run": "r{{run}}", "kind": "{{(run % 5 == 0 ? "failed" : "succeeded")}}"}""",
        });
        var (status, receipts) = await PostAsync("/v1/signals", string.Join('\n', lines));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((2000, 0), ((int)receipts["taken"]!, (int)receipts["refused"]!));
        Assert.Equal(100L, await Server.Database.ScalarAsync<long>("select count(*) from run where state = 2 and started_at is not null"));
        Assert.Equal(400L, await Server.Database.ScalarAsync<long>("select count(*) from run where state = 1 and queued_at is not null"));
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from active_run"));
        Assert.Equal(50, (await GetAsync("/v1/runs?argument=book:3&limit=100"))["runs"]!.AsArray().Count);
    }

    [Fact]
    public async Task Lines_that_are_wrong_say_so_and_harm_no_other()
    {
        var ours = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        var (status, receipts) = await PostAsync("/v1/signals", $$$"""
            {"job": "billing/import", "run": "a", "kind": "started"}
            {"job": "billing/import", "run": "b", "kind": "star
            {"job": "import", "run": "c", "kind": "started"}

            {"job": "billing/import", "run": "d", "kind": "ended"}
            {"job": "billing/import", "run": "{{{ours}}}", "kind": "succeeded"}
            {"job": "billing/import", "run": "{{{ours}}}", "kind": "failed"}
            {"job": "billing/import", "run": "e", "kind": "started", "message": "{{{new string('x', 300_000)}}}"}
            {"job": "billing/import", "run": "f", "kind": "succeeded"}
            """);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((3, 5), ((int)receipts["taken"]!, (int)receipts["refused"]!));
        var lines = receipts["lines"]!.AsArray();
        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 9], lines.Select(line => (int)line!["line"]!));
        Assert.StartsWith("the line is no JSON", (string?)lines[1]!["error"], StringComparison.Ordinal);
        Assert.Equal("job names service and job, as in billing/import", (string?)lines[2]!["error"]);
        Assert.StartsWith("kind is one of created", (string?)lines[3]!["error"], StringComparison.Ordinal);
        Assert.Equal(ours, (string?)lines[4]!["run"]);
        Assert.StartsWith("the run has ended: it is succeeded", (string?)lines[5]!["error"], StringComparison.Ordinal);
        Assert.Equal("the line has more than 256 kB; send less with it", (string?)lines[6]!["error"]);
        Assert.Equal("succeeded", (string?)lines[7]!["state"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task A_line_of_ten_megabytes_is_answered_also_as_the_last_one(string end)
    {
        var (status, receipts) = await PostAsync("/v1/signals", $$"""
            {"job": "billing/import", "run": "a", "kind": "started"}
            {"job": "billing/import", "run": "b", "kind": "started", "message": "{{new string('x', 10_000_000)}}"}
            """ + end);
        Assert.Equal((HttpStatusCode.OK, 1, 1), (status, (int)receipts["taken"]!, (int)receipts["refused"]!));
        Assert.Equal("the line has more than 256 kB; send less with it", (string?)receipts["lines"]![1]!["error"]);
    }

    [Fact]
    public async Task A_job_that_was_deleted_is_made_again_by_the_next_line()
    {
        const string line = """{"job": "billing/import", "run": "a", "kind": "started"}""";
        await PostAsync("/v1/signals", line);
        using var deleted = await Server.Client.DeleteAsync("/v1/services/billing/jobs/import");
        var (_, receipts) = await PostAsync("/v1/signals", line);
        Assert.Equal("started", (string?)receipts["lines"]![0]!["state"]);
    }

    [Fact]
    public async Task Pings_and_lines_of_one_id_are_about_one_run()
    {
        const string id = "0b0a0908-0706-0504-0302-010000000001";
        await CreateAsync($$"""{"job": "billing/import", "caller_id": "{{id}}", "state": "started"}""");
        using var ended = await Server.Anonymous.GetAsync($"/ping/{Testing.TestServer.PingKey}/billing-import/3?rid={id}");
        Assert.True(ended.IsSuccessStatusCode);
        var run = Assert.Single((await GetAsync("/v1/runs"))["runs"]!.AsArray());
        Assert.Equal(("failed", 3), ((string?)run!["state"], (int?)run["exit_code"]));
    }

    [Fact]
    public async Task Too_many_lines_are_refused_and_none_is_kept()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 10_001).Select(run => $$"""{"job": "billing/import", "run": "{{run}}", "kind": "queued"}"""));
        var (status, _) = await PostAsync("/v1/signals", lines);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from active_run"));
    }
}
