using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class JobListTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    HttpClient Client => fixture.Client;

    [Fact]
    public async Task Paging_meets_every_job_once_also_those_of_equal_names()
    {
        await fixture.Server.Database.ExecuteAsync("""
            with made as (
                insert into job (id, project_id, environment, service, name, slug, timezone, grace_seconds, early_seconds,
                                 severity, labels, description, enabled, created_at, updated_at)
                select gen_random_uuid(), p.id, 'e' || n, 'paging', 'same name', 'paging-' || n, 'UTC', 0, 0,
                       'info', '{"page":"yes"}', '', true, '2026-01-01Z', '2026-01-01Z'
                from project p, generate_series(1, 1200) n
                returning id, project_id)
            insert into job_state (job_id, project_id, version, since) select id, project_id, 1, '2026-01-01Z' from made
            """);

        var met = new List<string>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await Client.GetJsonAsync($"/v1/jobs?service=paging&limit=500{(cursor is null ? "" : $"&cursor={cursor}")}");
            var jobs = page.With(200)["jobs"]!.AsArray();
            met.AddRange(jobs.Select(job => (string)job!["id"]!));
            sizes.Add(jobs.Count);
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal([500, 500, 200], sizes);
        Assert.Equal(1200, met.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_holds_only_for_the_filter_it_was_made_under()
    {
        await PutAsync("cursor", "one");
        await PutAsync("cursor", "two");
        var cursor = (string?)(await Client.GetJsonAsync("/v1/jobs?service=cursor&limit=1"))["next"];
        (await Client.GetJsonAsync($"/v1/jobs?service=cursor&limit=5&cursor={cursor}")).With(200);
        var other = await Client.GetJsonAsync($"/v1/jobs?limit=1&cursor={cursor}");
        Assert.Contains("begin again", other.With(400).Error("cursor"));
    }

    [Fact]
    public async Task Filters_narrow_together()
    {
        await PutAsync("filters", "alpha", """{"labels":{"team":"red","tier":"1"},"description":"100% done"}""");
        await PutAsync("filters", "beta", """{"labels":{"team":"red"},"description":"1000 done"}""");
        await PutAsync("filters", "gamma", """{"labels":{"team":"a:b"},"environment":"staging"}""");

        Assert.Equal(["alpha", "beta"], await NamesAsync("service=filters&environment=production"));
        Assert.Equal(["gamma"], await NamesAsync("service=filters&environment=staging"));
        Assert.Equal(["alpha", "beta"], await NamesAsync("service=filters&label=team:red"));
        Assert.Equal(["alpha"], await NamesAsync("service=filters&label=team:red&label=tier:1"));
        Assert.Equal(["gamma"], await NamesAsync("service=filters&label=team:a:b"));
        Assert.Equal(["alpha"], await NamesAsync("service=filters&text=0%25%20D"));
        Assert.Equal(["beta"], await NamesAsync("service=filters&text=BET"));
        Assert.Equal(["alpha", "beta", "gamma"], await NamesAsync("service=filters&colour=grey"));
        Assert.Equal(["alpha", "beta", "gamma"], await NamesAsync("service=filters&colour=red&colour=grey"));
        Assert.Empty(await NamesAsync("service=filters&colour=red"));
    }

    async Task<IEnumerable<string>> NamesAsync(string query)
    {
        var answer = await Client.GetJsonAsync($"/v1/jobs?{query}");
        return answer.With(200)["jobs"]!.AsArray().Select(job => (string)job!["job"]!);
    }

    async Task PutAsync(string service, string job, string settings = "{}") =>
        (await Client.PutJsonAsync($"/v1/services/{service}/jobs/{job}", settings)).With(201);
}
