using System.Net;
using System.Text.Json.Nodes;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Many runs are pinned and let go of as if each had been alone.</summary>
public sealed class PinOperationTests : OperationsOverApi
{
    [Fact]
    public async Task Runs_in_progress_and_over_are_pinned_with_who_why_and_when_and_an_earlier_pin_stays()
    {
        await QueueAsync(23);
        var named = await TellAsync(Line("shop/job0", "going", "started"), Line("shop/job1", "over", "failed"), Line("shop/job2", "earlier", "failed"));
        await TellAsync(Line("mail/send", "other", "failed"));
        (await PostAsync($"/v1/runs/{named[2]}/pin", """{"who": "grace", "why": "first"}""")).With(200);

        const string asked = """{"action": "pin", "who": "ada", "why": "evidence\n<of> it", "filter": {"service": "shop"}""";
        Assert.Equal(26, (int)(await PostAsync("/v1/operations/preview", asked + "}")).With(200)["matched"]!);
        Assert.Equal(1L, await PinsAsync());
        var done = await DoAsync(asked + "}");
        Assert.Equal((26, 25, 1), ((int)done["matched"]!, (int)done["changed"]!, (int)Skipped(done, "it was pinned already")));
        Assert.Equal(26L, await PinsAsync());
        foreach (var run in named[..2])
        {
            Assert.Equal(("ada", "evidence\n<of> it", (string)done["created_at"]!), await PinAsync(run));
        }

        Assert.Equal("grace", (await PinAsync(named[2]))?.Who);

        // What was pinned while it went on is pinned when it has ended.
        (await PostAsync($"/v1/runs/{named[0]}/signals", """{"kind": "succeeded"}""")).With(200);
        using var refused = await Server.Client.DeleteAsync($"/v1/runs/{named[0]}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task Pins_are_let_go_of_by_ids_and_each_run_that_had_none_is_counted()
    {
        var runs = await TellAsync(Line("shop/a", "one", "failed"), Line("shop/a", "two", "started"), Line("shop/b", "three", "failed"), Line("shop/b", "left", "failed"));
        var pinned = await DoAsync($$"""{"action": "pin", "ids": {{Ids([runs[0], runs[1], runs[3]])}}}""");
        Assert.Equal(3, (int)pinned["changed"]!);
        Assert.Equal("API", (await PinAsync(runs[0]))?.Who);

        var done = await DoAsync($$"""{"action": "unpin", "ids": {{Ids([.. runs[..3], "01900000-0000-7000-8000-000000000000"])}}, "who": "ada"}""");
        Assert.Equal((4, 2), ((int)done["done"]!, (int)done["changed"]!));
        Assert.Equal((1, 1), (Skipped(done, "it was not pinned"), Skipped(done, "there is no such run")));
        Assert.Null(await PinAsync(runs[0]));
        Assert.NotNull(await PinAsync(runs[3]));

        var deleted = await DoAsync("""{"action": "delete", "filter": {"service": "shop"}}""");
        Assert.Equal((2, 1), ((int)deleted["changed"]!, (int)Skipped(deleted, "it is pinned")));
        Assert.Equal("left two", string.Join(' ', await ListAsync("")));
    }

    [Fact]
    public async Task Runs_that_are_let_go_of_are_looked_at_again_by_what_removes_them()
    {
        var runs = await TellAsync(Line("shop/a", "one", "failed"), Line("shop/b", "two", "failed"));
        await DoAsync("""{"action": "pin", "filter": {"job": "shop/a"}}""");
        await Server.Database.ExecuteAsync("""
            insert into run_purge (job_id, project_id, due_at, anew_at, purged)
            select id, project_id, '2200-01-01', '2200-01-01', '{}' from job on conflict (job_id) do update set due_at = excluded.due_at, anew_at = excluded.anew_at
            """);
        Assert.Equal(1, (int)(await DoAsync($$"""{"action": "unpin", "ids": {{Ids(runs)}}}"""))["changed"]!);
        Assert.Equal("a", await Server.Database.ScalarAsync<string>(
            "select string_agg(name, ' ') from run_purge join job on id = job_id where due_at < '2200-01-01' and anew_at < '2200-01-01'"));
    }

    [Fact]
    public async Task A_run_that_is_pinned_and_removed_at_once_is_either_there_with_its_pin_or_gone_without_one()
    {
        await using var other = await TestServer.StartAsync(Slow(Server.Database));
        await QueueAsync(90, "failed");
        var pin = await StartAsync("""{"action": "pin", "filter": {"service": "shop"}}""");
        var delete = await StartAsync("""{"action": "delete", "filter": {"service": "shop"}}""");
        await Task.WhenAll(ToTheEndAsync(Server, pin, delete), ToTheEndAsync(other, pin, delete));

        var (pinned, deleted) = (await OperationAsync(pin), await OperationAsync(delete));
        Assert.Equal(("done", "done"), ((string)pinned["state"]!, (string)deleted["state"]!));
        Assert.Equal(90, (int)pinned["changed"]! + (int)deleted["changed"]!);
        Assert.Equal((long)pinned["done"]!, (long)pinned["changed"]! + Skipped(pinned, "it was removed"));
        Assert.Equal((long)pinned["changed"]!, await PinsAsync());
        Assert.Equal((long)pinned["changed"]!, await Server.Database.ScalarAsync<long>("select count(*) from run join run_pin on run_id = id"));
    }

    async Task<(string Who, string Why, string At)?> PinAsync(string run) => (await RunAsync(run))["pinned"] is JsonNode pin
        ? ((string)pin["who"]!, (string)pin["why"]!, (string)pin["at"]!)
        : null;

    Task<long> PinsAsync() => Server.Database.ScalarAsync<long>("select count(*) from run_pin");
}
