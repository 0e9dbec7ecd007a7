using System.Net;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Everything that ran for a resource, to look at and to remove with it.</summary>
public sealed class ResourceTests : RunsOverApi
{
    const string Plan = """ "resources": [{"kind": "TaskPlan", "id": "42/a b"}]""";
    const string Address = "/v1/resources/TaskPlan/42%2Fa%20b";

    async Task<JsonNode> DeleteAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Server.Client.DeleteAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, text);
        return JsonNode.Parse(text)!;
    }

    async Task<string[]> SeedAsync()
    {
        var (_, receipts) = await PostAsync("/v1/signals", $$"""
            {"job": "billing/import", "run": "a", "kind": "succeeded",{{Plan}}}
            {"job": "billing/import", "run": "b", "kind": "failed", "keep": "forever",{{Plan}}}
            {"job": "billing/export", "run": "c", "kind": "failed",{{Plan}}}
            {"job": "billing/export", "run": "d", "kind": "started",{{Plan}}}
            {"job": "billing/export", "run": "e", "kind": "failed", "resources": [{"kind": "TaskPlan", "id": "43"}]}
            """);
        Assert.Equal(5, (int?)receipts["taken"]);
        return [.. receipts["lines"]!.AsArray().Select(line => (string)line!["run"]!)];
    }

    [Fact]
    public async Task A_resource_shows_what_ran_for_it()
    {
        var runs = await SeedAsync();
        var plan = await GetAsync(Address);
        Assert.Equal(("TaskPlan", "42/a b", true), ((string?)plan["kind"], (string?)plan["id"], (bool?)plan["complete"]));
        Assert.Equal((1, 2, 1), ((int)plan["states"]!["succeeded"]!, (int)plan["states"]!["failed"]!, (int)plan["states"]!["started"]!));
        Assert.Equal((2, 2), ((int)plan["jobs"]!["billing/import"]!, (int)plan["jobs"]!["billing/export"]!));
        Assert.Equal(["d", "c", "b", "a"], plan["newest"]!.AsArray().Select(run => (string)run!["caller_id"]!));
        Assert.Equal((string?)(await RunAsync(runs[0]))["created_at"], (string?)plan["first_at"]);
        Assert.Equal((string?)(await RunAsync(runs[3]))["created_at"], (string?)plan["last_at"]);
        var nothing = await GetAsync("/v1/resources/TaskPlan/1");
        Assert.Equal((0, null, true), (nothing["newest"]!.AsArray().Count, (string?)nothing["first_at"], (bool?)nothing["complete"]));
    }

    [Fact]
    public async Task All_that_has_ended_goes_with_it_and_what_is_left_is_told()
    {
        var runs = await SeedAsync();
        await PostAsync($"/v1/runs/{runs[2]}/pin", "{}");
        var first = await DeleteAsync(Address);
        Assert.Equal((2, true, 1, 1), ((int)first["removed"]!, (bool)first["complete"]!, (int)first["in_progress"]!, (int)first["pinned"]!));
        Assert.Equal(["e", "d", "c"], await ListAsync(""));
        var second = await DeleteAsync(Address + "?pinned=true");
        Assert.Equal((1, 1, 0), ((int)second["removed"]!, (int)second["in_progress"]!, (int)second["pinned"]!));
        Assert.Equal(["e", "d"], await ListAsync(""));
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select (select count(*) from run_pin) + (select count(*) from run_keep)"));
        await DeleteAsync(Address + "?pinned=perhaps", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_resource_of_more_runs_than_one_request_removes_is_gone_after_a_few()
    {
        await SeedAsync();
        await Server.Database.ExecuteAsync("""
            insert into run (id, project_id, job_id, state, ended_at, details, marks)
            select (left(r.id::text, 24) || case when own.digits = new.digits then 'ffff' else new.digits end || right(r.id::text, 8))::uuid, project_id, job_id, 1, ended_at, details, marks
            from (select * from run where rid = 'a') r, generate_series(1, 12000) as number
            cross join lateral (select substr(r.id::text, 25, 4) as digits) own
            cross join lateral (select lpad(to_hex(number), 4, '0') as digits) new
            """);
        var plan = await GetAsync(Address);
        Assert.Equal((false, 20), ((bool)plan["complete"]!, plan["newest"]!.AsArray().Count));
        var first = await DeleteAsync(Address, HttpStatusCode.Accepted);
        Assert.Equal((10_000, false), ((int)first["removed"]!, (bool)first["complete"]!));
        var second = await DeleteAsync(Address);
        Assert.Equal((2_003, true), ((int)second["removed"]!, (bool)second["complete"]!));
        Assert.Equal(["e", "d"], await ListAsync(""));
    }
}
