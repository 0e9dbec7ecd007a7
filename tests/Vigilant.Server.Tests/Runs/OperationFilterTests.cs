using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>A filter of an operation means what the list of runs shows, and never another project's.</summary>
public sealed class OperationFilterTests : OperationsOverApi
{
    Task<string[]> SeedAsync() => TellAsync(
        """{"job": "billing/import", "run": "a", "kind": "created", "arguments": {"book": "53"}, "resources": [{"kind": "TaskPlan", "id": "42"}]}""",
        """{"job": "billing/import", "run": "b", "kind": "queued", "host": "w1", "correlation_id": "c-1", "labels": {"team": "x"}}""",
        """{"job": "billing/import", "run": "c", "kind": "started", "provider_id": 84}""",
        """{"job": "billing/import", "run": "d", "kind": "started"}""",
        """{"job": "billing/import", "run": "d", "kind": "error", "error": "disk 100% full"}""",
        """{"job": "billing/import", "run": "d", "kind": "failed"}""",
        """{"job": "billing/export", "run": "e", "kind": "succeeded", "arguments": {"book": "53", "dry": "yes"}, "resources": [{"kind": "TaskPlan", "id": "42"}, {"kind": "Book", "id": "1"}]}""",
        """{"job": "mail/send", "run": "f", "kind": "succeeded", "environment": "staging", "attempt": 3}""",
        """{"job": "mail/send", "run": "g", "kind": "killed", "correlation_id": "c-1"}""");

    [Theory]
    [InlineData("""{"state": "active"}""", "state=active")]
    [InlineData("""{"state": ["failed", "killed"]}""", "state=failed,killed")]
    [InlineData("""{"state": "failed,killed"}""", "state=failed,killed")]
    [InlineData("""{"job": ["billing/import", "billing/export"], "state": "finished"}""", "job=billing/import,billing/export&state=finished")]
    [InlineData("""{"service": "billing"}""", "service=billing")]
    [InlineData("""{"environment": "staging"}""", "environment=staging")]
    [InlineData("""{"job": "billing/nothing"}""", "job=billing/nothing")]
    [InlineData("""{"caller_id": "d"}""", "caller_id=d")]
    [InlineData("""{"argument": ["book:53", "dry:yes"]}""", "argument=book:53&argument=dry:yes")]
    [InlineData("""{"resource": "TaskPlan:42"}""", "resource=TaskPlan:42")]
    [InlineData("""{"label": "team:x"}""", "label=team:x")]
    [InlineData("""{"provider_id": 84}""", "provider_id=84")]
    [InlineData("""{"error": "100% FULL"}""", "error=100%25 FULL")]
    [InlineData("""{"attempt": 3}""", "attempt=3")]
    [InlineData("""{"created_before": "2020-01-01"}""", "created_before=2020-01-01")]
    [InlineData("""{"ended_after": "2020-01-01T00:00:00Z", "service": "mail"}""", "ended_after=2020-01-01T00:00:00Z&service=mail")]
    public async Task A_filter_means_the_runs_that_the_list_shows_for_it(string filter, string query)
    {
        await SeedAsync();
        var shown = await ListAsync(query);
        var preview = (await PostAsync("/v1/operations/preview", $$"""{"action": "label", "labels": {"done": "1"}, "filter": {{filter}}}""")).With(200);
        Assert.Equal(shown.Length, (int)preview["matched"]!);
        Assert.Equal(shown.Take(5), preview["examples"]!.AsArray().Select(run => (string?)run!["caller_id"]));
        await DoAsync($$"""{"action": "label", "labels": {"done": "1"}, "filter": {{filter}}}""");
        Assert.Equal(shown, await ListAsync("label=done:1"));
    }

    [Theory]
    [InlineData("kill_requested=yes", "kill_requested")]
    [InlineData("retry_requested=false", "retry_requested")]
    public async Task What_was_asked_of_runs_is_looked_for_with_true(string query, string field)
    {
        var refused = (await Server.Client.GetJsonAsync($"/v1/runs?{query}")).With(400);
        Assert.Contains("is true", refused.Error(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_another_project_are_neither_found_nor_named()
    {
        var theirs = await TellAsync(Line("other/a", "theirs", "queued"), Line("other/a", "over", "failed"));
        await TellAsync(Line("shop/a", "ours", "queued"));
        await Server.Database.ExecuteAsync("""
            insert into project (id, name, ping_key, created_at)
                values ('01900000-0000-7000-8000-00000000aaaa', 'other', 'OtherPingKey0123456789', now());
            update job set project_id = '01900000-0000-7000-8000-00000000aaaa' where service = 'other';
            update active_run set project_id = '01900000-0000-7000-8000-00000000aaaa' where rid = 'theirs';
            update run set project_id = '01900000-0000-7000-8000-00000000aaaa' where rid = 'over';
            """);
        foreach (var (action, which) in new[] { ("request_kill", "\"all\": true"), ("ask_retry", "\"all\": true"), ("label", "\"all\": true") })
        {
            await DoAsync($$"""{"action": "{{action}}", {{which}}{{(action == "label" ? """, "labels": {"a": "b"}""" : "")}}}""");
            var named = await DoAsync($$"""{"action": "{{action}}", "ids": {{Ids(theirs)}}{{(action == "label" ? """, "labels": {"a": "b"}""" : "")}}}""");
            Assert.Equal((0, 2), ((int)named["changed"]!, (int)Skipped(named, "there is no such run")));
        }

        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("""
            select count(*) from any_run
            where project_id = '01900000-0000-7000-8000-00000000aaaa' and (details is not null or kill_requested_at is not null)
            """));
        Assert.Equal(["ours"], await ListAsync("kill_requested=true&label=a:b"));
    }
}
