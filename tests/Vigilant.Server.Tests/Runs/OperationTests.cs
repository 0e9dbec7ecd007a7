using System.Text.Json.Nodes;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>What is done to many runs at once is done to those that were meant, once, and is written down.</summary>
public sealed class OperationTests : OperationsOverApi
{
    [Fact]
    public async Task A_kill_is_requested_of_every_run_in_progress_that_matches_and_of_no_other()
    {
        await QueueAsync(40);
        await TellAsync(Line("shop/job0", "started", "started"), Line("shop/job0", "over", "succeeded"), Line("shop/other", "left", "queued"));

        var accepted = (await PostAsync("/v1/operations", """
            {"action": "request_kill", "filter": {"job": ["shop/job0", "shop/job1", "shop/job2"]}, "who": "ada", "why": "wrong book"}
            """)).With(202);
        Assert.Equal("waiting", (string?)accepted["state"]);
        Assert.EndsWith($"/operations/{accepted["id"]}", (string)accepted["url"]!, StringComparison.Ordinal);

        var done = await FinishAsync((string)accepted["id"]!);
        Assert.Equal("done", (string?)done["state"]);
        Assert.Equal(41, (int)done["matched"]!);
        Assert.False((bool)done["more"]!);
        Assert.Equal((41, 41), ((int)done["done"]!, (int)done["changed"]!));
        Assert.NotNull(done["ended_at"]);
        Assert.Equal(41, (await ListAsync("kill_requested=true")).Length);
        Assert.DoesNotContain("left", await ListAsync("kill_requested=true"));
    }

    [Fact]
    public async Task A_requested_kill_stands_with_a_run_as_if_a_signal_had_brought_it()
    {
        var runs = await QueueAsync(2);
        (await PostAsync($"/v1/runs/{runs[0]}/signals", """{"kind": "kill_requested", "who": "grace", "why": "first"}""")).With(200);
        var first = await RunAsync(runs[0]);

        var done = await DoAsync("""{"action": "request_kill", "filter": {"service": "shop"}, "who": "ada", "why": "second"}""");
        Assert.Equal(1, (int)done["changed"]!);
        Assert.Equal(1, Skipped(done, "somebody asked for it before"));

        var kept = await RunAsync(runs[0]);
        Assert.Equal((string?)first["kill_requested_at"], (string?)kept["kill_requested_at"]);
        Assert.Equal("""{"who":"grace","why":"first"}""", kept["kill"]!.ToJsonString());
        var asked = await RunAsync(runs[1]);
        Assert.Equal((string?)done["created_at"], (string?)asked["kill_requested_at"]);
        Assert.Equal("""{"who":"ada","why":"second"}""", asked["kill"]!.ToJsonString());

        var receipt = (await PostAsync($"/v1/runs/{runs[1]}/signals", """{"kind": "started"}""")).With(200);
        Assert.True((bool)receipt["kill_requested"]!);
        (await PostAsync($"/v1/runs/{runs[1]}/signals", """{"kind": "killed"}""")).With(200);
        Assert.Equal(["r1"], await ListAsync("kill_requested=true&state=finished"));
    }

    [Fact]
    public async Task Labels_are_merged_into_runs_in_progress_and_over_and_they_are_found_by_them()
    {
        var runs = await TellAsync(
            Line("shop/a", "going", "started", """, "labels": {"team": "x", "old": "1"}"""),
            Line("shop/a", "over", "failed", """, "labels": {"team": "x"}"""),
            Line("shop/a", "plain", "succeeded"),
            Line("shop/b", "has", "succeeded", """, "labels": {"team": "y"}"""));

        var done = await DoAsync("""{"action": "label", "filter": {"service": "shop"}, "labels": {"team": "y", "seen": true}}""");
        Assert.Equal(4, (int)done["changed"]!);
        Assert.Equal("has plain over going", string.Join(' ', await ListAsync("label=team:y&label=seen:true")));
        Assert.Empty(await ListAsync("label=team:x"));
        Assert.Equal("""{"old":"1","seen":"true","team":"y"}""", Sorted((await RunAsync(runs[0]))["labels"]!));

        // What was labelled while it went on keeps its labels when it ends.
        (await PostAsync($"/v1/runs/{runs[0]}/signals", """{"kind": "succeeded"}""")).With(200);
        Assert.Equal(["going"], await ListAsync("label=old:1&label=seen:true"));
        var again = await DoAsync("""{"action": "label", "filter": {"service": "shop"}, "labels": {"seen": "true"}}""");
        Assert.Equal((0, 4), ((int)again["changed"]!, (int)Skipped(again, "it had these labels")));
    }

    [Fact]
    public async Task Runs_that_have_ended_are_deleted_and_pinned_ones_and_those_in_progress_stay()
    {
        await TellAsync(Enumerable.Range(0, 25).Select(number => Line($"shop/job{number % 3}", $"r{number}", "failed")));
        var named = await TellAsync(Line("shop/job0", "going", "started"), Line("shop/job0", "pinned", "failed"), Line("shop/job1", "fine", "succeeded"));
        await Server.Database.ExecuteAsync("""
            insert into run_pin (run_id, job_id, project_id, pinned_at, pinned_by, why) select id, job_id, project_id, now(), 'ada', '' from run where rid = 'pinned'
            """);
        var done = await DoAsync("""{"action": "delete", "filter": {"service": "shop", "state": "failed"}, "who": "ada"}""");
        Assert.Equal((26, 25, 1), ((int)done["matched"]!, (int)done["changed"]!, (int)Skipped(done, "it is pinned")));
        Assert.Equal("fine pinned going", string.Join(' ', await ListAsync("")));

        var byIds = await DoAsync($$"""{"action": "delete", "ids": {{Ids(named)}}}""");
        Assert.Equal((1, 1, 1), ((int)byIds["changed"]!, (int)Skipped(byIds, "it is pinned"), (int)Skipped(byIds, "it is in progress")));
        Assert.Equal("pinned going", string.Join(' ', await ListAsync("")));
        Assert.Equal(26L, await Server.Database.ScalarAsync<long>("select count(*) from run_key where removed_at is not null"));
    }

    [Fact]
    public async Task A_run_has_at_most_a_hundred_labels()
    {
        await TellAsync(Line("shop/a", "one", "succeeded"));
        var labels = string.Join(", ", Enumerable.Range(0, 100).Select(number => $"\"l{number}\": \"x\""));
        await DoAsync($$$"""{"action": "label", "filter": {"job": "shop/a"}, "labels": {{{{labels}}}}}""");
        var more = await DoAsync("""{"action": "label", "filter": {"job": "shop/a"}, "labels": {"another": "x"}}""");
        Assert.Equal(1, Skipped(more, "it would have more than 100 labels"));
        Assert.Empty(await ListAsync("label=another:x"));
    }

    [Fact]
    public async Task A_retry_is_asked_of_runs_that_have_ended_and_answered_by_a_new_run()
    {
        var runs = await TellAsync(Line("shop/a", "bad", "failed"), Line("shop/a", "going", "started"), Line("shop/a", "fine", "succeeded"));
        var done = await DoAsync("""{"action": "ask_retry", "filter": {"job": "shop/a", "state": "failed"}, "who": "ada", "why": "fixed it"}""");
        Assert.Equal(1, (int)done["changed"]!);
        Assert.Equal(["bad"], await ListAsync("retry_requested=true"));

        var asked = (await RunAsync(runs[0]))["retry_requested"]!;
        Assert.Equal(("ada", "fixed it", false), ((string)asked["who"]!, (string)asked["why"]!, (bool)asked["answered"]!));
        Assert.Equal((string?)done["created_at"], (string?)asked["at"]);
        var told = (await PostAsync($"/v1/runs/{runs[0]}/signals", """{"kind": "failed"}""")).With(200);
        Assert.True((bool)told["retry_requested"]!);
        var again = await DoAsync("""{"action": "ask_retry", "filter": {"job": "shop/a", "state": "failed"}}""");
        Assert.Equal(1, Skipped(again, "somebody asked for it before"));

        var made = (await PostAsync("/v1/runs", $$"""{"job": "shop/a", "caller_id": "again", "state": "started", "retry_of": "{{runs[0]}}"}""")).With(201);
        Assert.Empty(await ListAsync("retry_requested=true"));
        var old = await RunAsync(runs[0]);
        Assert.Equal((string?)made["id"], (string?)old["retried_by"]);
        Assert.Equal((true, (string?)made["id"]), ((bool)old["retry_requested"]!["answered"]!, (string?)old["retry_requested"]!["answered_by"]));
        Assert.Equal(runs[0], (string?)(await RunAsync((string)made["id"]!))["retry_of"]);
        Assert.Equal(["again"], await ListAsync($"retry_of={runs[0]}"));

        // Once it is answered, it may be asked for again.
        Assert.Equal(1, (int)(await DoAsync("""{"action": "ask_retry", "filter": {"job": "shop/a", "state": "failed"}}"""))["changed"]!);
        Assert.Equal(["bad"], await ListAsync("retry_requested=true"));
    }

    [Fact]
    public async Task A_retry_is_of_a_run_of_the_same_job_that_has_ended()
    {
        var runs = await TellAsync(Line("shop/a", "going", "started"), Line("shop/b", "bad", "failed"));
        Assert.Contains("in progress", (await PostAsync("/v1/runs", $$"""{"job": "shop/a", "retry_of": "{{runs[0]}}"}""")).With(400).Error("retry_of"), StringComparison.Ordinal);
        Assert.Contains("another job", (await PostAsync("/v1/runs", $$"""{"job": "shop/a", "retry_of": "{{runs[1]}}"}""")).With(400).Error("retry_of"), StringComparison.Ordinal);
        Assert.Contains("no such run", (await PostAsync("/v1/runs", """{"job": "shop/a", "retry_of": "01900000-0000-7000-8000-000000000000"}""")).With(400).Error("retry_of"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_counts_what_the_operation_then_finds_and_changes_nothing()
    {
        await QueueAsync(30);
        await TellAsync(Line("shop/job0", "over", "failed"));
        const string asked = """{"action": "request_kill", "filter": {"job": ["shop/job0", "shop/job1"]}""";
        var preview = (await PostAsync("/v1/operations", asked + """, "preview": true}""")).With(200);
        Assert.Equal(20, (int)preview["matched"]!);
        Assert.False((bool)preview["more"]!);
        Assert.Equal("r28", (string?)preview["examples"]![0]!["caller_id"]);
        Assert.Equal(20, (int)(await PostAsync("/v1/operations/preview", asked + "}")).With(200)["matched"]!);
        Assert.Empty(await ListAsync("kill_requested=true"));
        Assert.Empty((await Server.Client.GetJsonAsync("/v1/operations")).With(200)["operations"]!.AsArray());
        Assert.Equal(20, (int)(await DoAsync(asked + "}"))["changed"]!);
    }

    [Fact]
    public async Task Runs_are_named_by_ids_and_each_that_is_not_changed_is_counted_with_its_reason()
    {
        var runs = await TellAsync(Line("shop/a", "one", "queued"), Line("shop/a", "two", "succeeded"), Line("shop/b", "three", "started"), Line("shop/b", "left", "queued"));
        var ids = Ids([.. runs[..3], runs[0], "01900000-0000-7000-8000-000000000000"]);
        Assert.Equal(2, (int)(await PostAsync("/v1/operations/preview", $$"""{"action": "request_kill", "ids": {{ids}}}""")).With(200)["matched"]!);
        var done = await DoAsync($$"""{"action": "request_kill", "ids": {{ids}}}""");
        Assert.Equal((4, 4, 2), ((int)done["matched"]!, (int)done["done"]!, (int)done["changed"]!));
        Assert.Equal((1, 1), (Skipped(done, "it had ended"), Skipped(done, "there is no such run")));
        Assert.Equal(["three", "one"], await ListAsync("kill_requested=true"));
    }

    [Fact]
    public async Task Ten_thousand_ids_are_taken_and_one_more_is_refused_with_what_to_do()
    {
        var ids = Enumerable.Range(0, 10_001).Select(number => $"01900000-0000-7000-8000-{number:x12}").ToArray();
        var refused = (await PostAsync("/v1/operations", $$"""{"action": "delete", "ids": {{Ids(ids)}}}""")).With(400);
        Assert.Contains("at most 10000 are taken; send them in parts", refused.Error("ids"), StringComparison.Ordinal);
        var done = await DoAsync($$"""{"action": "request_kill", "ids": {{Ids(ids[..10_000])}}}""");
        Assert.Equal(("done", 10_000), ((string)done["state"]!, (int)Skipped(done, "there is no such run")));
    }

    [Theory]
    [InlineData("{}", "action", "is one of request_kill, delete")]
    [InlineData("""{"action": "request_kil", "filter": {"job": "a/b"}}""", "action", "did you mean request_kill?")]
    [InlineData("""{"action": "request_kill"}""", "filter", "\"all\": true means every run")]
    [InlineData("""{"action": "request_kill", "filter": {}}""", "filter", "means every run of the project")]
    [InlineData("""{"action": "label", "labels": {"a": "b"}, "filter": {"state": ["active", "finished"]}}""", "filter", "means every run")]
    [InlineData("""{"action": "request_kill", "filter": {"sate": "queued"}}""", "filter.sate", "did you mean state?")]
    [InlineData("""{"action": "request_kill", "filter": {"state": "failed"}}""", "filter.state", "only runs in progress")]
    [InlineData("""{"action": "ask_retry", "filter": {"state": ["queued", "started"]}}""", "filter.state", "about runs that have ended")]
    [InlineData("""{"action": "request_kill", "filter": {"job": {"name": "a/b"}}}""", "filter.job", "a list of these")]
    [InlineData("""{"action": "request_kill", "filter": {"job": "a/b", "limit": 5}}""", "filter.limit", "leave it out")]
    [InlineData("""{"action": "request_kill", "filter": "state=queued"}""", "filter", "is an object")]
    [InlineData("""{"action": "request_kill", "filter": {"job": "a/b"}, "ids": ["01900000-0000-7000-8000-000000000000"]}""", "ids", "both given")]
    [InlineData("""{"action": "request_kill", "ids": []}""", "ids", "not empty")]
    [InlineData("""{"action": "request_kill", "ids": ["x-1"]}""", "ids", "no id of ours")]
    [InlineData("""{"action": "label", "filter": {"job": "a/b"}}""", "labels", "as in {\"team\"")]
    [InlineData("""{"action": "request_kill", "filter": {"job": "a/b"}, "labels": {"a": "b"}}""", "labels", "leave them out")]
    [InlineData("""{"action": "request_kill", "filter": {"job": "a/b"}, "reason": "x"}""", "reason", "is not known")]
    public async Task What_cannot_be_meant_is_refused_and_nothing_begins(string json, string field, string why)
    {
        var answer = (await PostAsync("/v1/operations", json)).With(400);
        Assert.Contains(why, answer.Error(field), StringComparison.Ordinal);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from operation"));
    }

    [Fact]
    public async Task Every_run_of_the_project_is_meant_when_somebody_says_all()
    {
        await QueueAsync(12);
        Assert.Equal(12, (int)(await DoAsync("""{"action": "request_kill", "all": true}"""))["changed"]!);
    }

    [Fact]
    public async Task Each_operation_leaves_a_line_in_the_audit()
    {
        await QueueAsync(15);
        var operation = await StartAsync("""{"action": "request_kill", "filter": {"job": "shop/job1"}, "who": "ada", "why": "wrong book"}""");
        var begun = (await Server.Client.GetJsonAsync("/v1/audit")).With(200)["audit"]![0]!;
        Assert.Equal(("ada", "wrong book", "request_kill"), ((string)begun["who"]!, (string)begun["why"]!, (string)begun["action"]!));
        Assert.Equal(("operation", operation), ((string)begun["subject"]!, (string)begun["subject_id"]!));
        Assert.Equal("""{"filter":{"job":["shop/job1"]}}""", begun["details"]!.ToJsonString());
        Assert.Null(begun["changed"]);
        await FinishAsync(operation);
        Assert.Equal(5, (int)(await Server.Client.GetJsonAsync("/v1/audit")).With(200)["audit"]![0]!["changed"]!);
    }

    [Fact]
    public async Task Operations_and_the_audit_are_listed_page_by_page_the_newest_first()
    {
        var started = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            started.Insert(0, await StartAsync("""{"action": "request_kill", "filter": {"job": "shop/a"}}"""));
        }

        foreach (var (path, list, field) in new[] { ("operations", "operations", "id"), ("audit", "audit", "subject_id") })
        {
            var seen = new List<string>();
            for (var next = ""; next is not null;)
            {
                var page = (await Server.Client.GetJsonAsync($"/v1/{path}?limit=2{next}")).With(200);
                seen.AddRange(page[list]!.AsArray().Select(one => (string)one![field]!));
                next = (string?)page["next"] is { } cursor ? $"&cursor={cursor}" : null;
            }

            Assert.Equal(started, seen);
            (await Server.Client.GetJsonAsync($"/v1/{path}?limit=0")).With(400);
            (await Server.Client.GetJsonAsync($"/v1/{path}?cursor=x")).With(400);
        }
    }

    static string Sorted(JsonNode labels) =>
        "{" + string.Join(',', labels.AsObject().OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"\"{label.Key}\":\"{label.Value}\"")) + "}";
}
