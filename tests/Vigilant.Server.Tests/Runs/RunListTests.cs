using System.Net;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Any run can be found.</summary>
public sealed class RunListTests : RunsOverApi
{
    async Task SeedAsync() => await PostAsync("/v1/signals", """
        {"job": "billing/import", "run": "a", "kind": "created", "arguments": {"book": "53"}, "resources": [{"kind": "TaskPlan", "id": "42"}]}
        {"job": "billing/import", "run": "b", "kind": "queued", "host": "w1", "correlation_id": "c-1", "labels": {"team": "x"}}
        {"job": "billing/import", "run": "c", "kind": "started", "provider_id": 84}
        {"job": "billing/import", "run": "c", "kind": "kill_requested"}
        {"job": "billing/import", "run": "d", "kind": "started"}
        {"job": "billing/import", "run": "d", "kind": "error", "error": "disk 100% full"}
        {"job": "billing/import", "run": "d", "kind": "failed"}
        {"job": "billing/export", "run": "e", "kind": "succeeded", "arguments": {"book": "53", "dry": "yes"}, "resources": [{"kind": "TaskPlan", "id": "42"}, {"kind": "Book", "id": "1"}]}
        {"job": "mail/send", "run": "f", "kind": "succeeded", "environment": "staging", "attempt": 3}
        {"job": "mail/send", "run": "g", "kind": "killed", "correlation_id": "c-1"}
        """);

    [Theory]
    [InlineData("", "g f e d c b a")]
    [InlineData("order=oldest", "a b c d e f g")]
    [InlineData("state=active", "c b a")]
    [InlineData("state=finished", "g f e d")]
    [InlineData("state=failed,killed", "g d")]
    [InlineData("state=failed&state=queued", "d b")]
    [InlineData("job=billing/import", "d c b a")]
    [InlineData("job=billing/import,billing/export&state=finished", "e d")]
    [InlineData("service=billing&order=oldest", "a b c d e")]
    [InlineData("environment=staging", "f")]
    [InlineData("job=billing/nothing", "")]
    [InlineData("caller_id=d", "d")]
    [InlineData("argument=book:53", "e a")]
    [InlineData("argument=book:53&argument=dry:yes", "e")]
    [InlineData("argument=dry:53", "")]
    [InlineData("resource=TaskPlan:42", "e a")]
    [InlineData("resource=TaskPlan:42&resource=Book:1", "e")]
    [InlineData("resource=TaskPlan:42&state=created", "a")]
    [InlineData("label=team:x", "b")]
    [InlineData("provider_id=84", "c")]
    [InlineData("correlation_id=c-1", "g b")]
    [InlineData("host=w1", "b")]
    [InlineData("error=100%25 FULL", "d")]
    [InlineData("error=100x", "")]
    [InlineData("attempt=3", "f")]
    [InlineData("created_before=2020-01-01", "")]
    [InlineData("created_after=2020-01-01&state=killed", "g")]
    [InlineData("ended_after=2020-01-01T00:00:00Z&service=mail", "g f")]
    [InlineData("queued_after=2020-01-01T00:00:00Z", "b")]
    [InlineData("queued_before=2020-01-01T00:00:00Z", "")]
    [InlineData("kill_requested_after=2020-01-01T00:00:00Z", "c")]
    [InlineData("kill_requested_before=2020-01-01T00:00:00Z", "")]
    [InlineData("duration_over=1h", "")]
    [InlineData("duration_under=1h&state=failed", "d")]
    public async Task Filters_find_what_they_say_and_nothing_else(string query, string expected)
    {
        await SeedAsync();
        Assert.Equal(expected, string.Join(' ', await ListAsync(query)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("order=oldest&")]
    [InlineData("job=billing/import&")]
    public async Task Pages_hold_every_run_once(string query)
    {
        await SeedAsync();
        var all = await ListAsync(query);
        var seen = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await GetAsync($"/v1/runs?{query}limit=2{next}");
            seen.AddRange(page["runs"]!.AsArray().Select(run => (string)run!["caller_id"]!));
            next = (string?)page["next"] is { } cursor ? $"&cursor={cursor}" : null;
        }

        Assert.Equal(all, seen);
    }

    [Theory]
    [InlineData("sate=failed", "sate", "did you mean state?")]
    [InlineData("state=done", "state", "is active, finished")]
    [InlineData("job=import", "job", "billing/import")]
    [InlineData("resource=42", "resource", "TaskPlan:42")]
    [InlineData("created_after=soon", "created_after", "2026-11-21")]
    [InlineData("duration_over=long", "duration_over", "10m")]
    [InlineData("limit=0", "limit", "1 to 500")]
    [InlineData("cursor=abc", "cursor", "not made under this filter")]
    public async Task What_is_no_filter_is_refused(string query, string field, string why)
    {
        var problem = await GetAsync($"/v1/runs?{query}", HttpStatusCode.BadRequest);
        Assert.Contains(why, (string)problem["errors"]![field]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_filter_is_refused()
    {
        await SeedAsync();
        var cursor = (string)(await GetAsync("/v1/runs?limit=1"))["next"]!;
        await GetAsync($"/v1/runs?limit=1&state=active&cursor={cursor}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_list_carries_neither_errors_nor_data()
    {
        await PostAsync("/v1/runs", """{"job": "billing/import", "data": {"much": "text"}, "host": "w1"}""");
        var run = (await GetAsync("/v1/runs"))["runs"]![0]!;
        Assert.Null(run["data"]);
        Assert.Equal("w1", (string?)run["host"]);
    }
}
