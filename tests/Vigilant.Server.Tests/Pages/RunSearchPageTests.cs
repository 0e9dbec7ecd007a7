using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Runs;
using Vigilant.Server.Access;
using Vigilant.Server.Tests.Runs;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Pages;

/// <summary>The pages find what the API finds, and say what they do not understand.</summary>
public sealed class RunSearchPageTests : RunsOverApi
{
    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    async Task<Guid> SeedAsync()
    {
        await PostAsync("/v1/signals", """
            {"job": "billing/import", "run": "a", "kind": "created", "arguments": {"book": "53"}, "resources": [{"kind": "TaskPlan", "id": "42"}]}
            {"job": "billing/import", "run": "b", "kind": "queued", "host": "w1", "labels": {"team": "x"}}
            {"job": "billing/import", "run": "c", "kind": "started", "host": "w1"}
            {"job": "billing/import", "run": "d", "kind": "started", "host": "w2"}
            {"job": "billing/import", "run": "d", "kind": "error", "error": "timeout after 31 ms"}
            {"job": "billing/import", "run": "d", "kind": "failed"}
            {"job": "billing/importer", "run": "e", "kind": "started"}
            {"job": "billing/importer", "run": "e", "kind": "error", "error": {"class": "Timeout", "message": "timeout after 977 ms"}}
            {"job": "billing/importer", "run": "e", "kind": "failed"}
            {"job": "mail/send", "run": "f", "kind": "started", "environment": "staging"}
            {"job": "mail/send", "run": "f", "kind": "error", "error": "timeout after 5 ms", "environment": "staging"}
            {"job": "mail/send", "run": "f", "kind": "failed", "environment": "staging"}
            {"job": "mail/send_all", "run": "g", "kind": "succeeded", "arguments": {"book": "53"}, "resources": [{"kind": "TaskPlan", "id": "42"}]}
            """);
        return await Server.Database.ScalarAsync<Guid>("select id from project");
    }

    async Task<RunsFound> FindAsync(RunView view)
    {
        var project = await SeedAsync();
        return await Server.Services.GetRequiredService<IRunSearch>().FindAsync(project, view, Stopping);
    }

    [Theory]
    [InlineData("", "g f e d c b a")]
    [InlineData("state:active", "c b a")]
    [InlineData("job:billing/import", "d c b a")]
    [InlineData("job:import*", "e d c b a")]
    [InlineData("job:IMPORT", "d c b a")]
    [InlineData("job:mail/*", "g f")]
    [InlineData("job:*_*", "g")]
    [InlineData("job:*er,mail/send", "f e")]
    [InlineData("importer", "e")]
    [InlineData("mail all", "g")]
    [InlineData("job:*er mail", "")]
    [InlineData("nothing", "")]
    [InlineData("arg.book:53", "g a")]
    [InlineData("resource:TaskPlan:42 state:created", "a")]
    [InlineData("label.team:x", "b")]
    [InlineData("host:w1", "c b")]
    [InlineData("error:\"timeout after\" created:1h", "f e d")]
    [InlineData("env:staging", "f")]
    [InlineData("rid:d", "d")]
    [InlineData("created:<now-1h", "")]
    [InlineData("duration:<1h state:failed", "f e d")]
    public async Task A_search_finds_what_it_says(string text, string expected)
    {
        var found = await FindAsync(new RunView(text));
        Assert.Empty(found.Mistakes);
        Assert.Equal(expected, string.Join(' ', found.Runs.Select(run => run.CallerId)));
        Assert.Equal(expected, string.Join(' ', await ListAsync(found.Filter.TrimStart('?'))));
    }

    [Theory]
    [InlineData("state:faild", "did you mean state:failed?")]
    [InlineData("host:a host:b", "given twice")]
    [InlineData("arg.book:1 arg.book:2", "a run has one")]
    public async Task A_mistake_is_said_and_shows_nothing(string text, string why)
    {
        var found = await FindAsync(new RunView(text));
        Assert.Contains(why, Assert.Single(found.Mistakes).Why, StringComparison.Ordinal);
        Assert.Empty(found.Runs);
    }

    [Fact]
    public async Task Facets_count_what_matches()
    {
        var sample = (await FindAsync(new RunView("billing"))).Sample!;
        Assert.True(sample.IsWhole);
        Assert.Equal(5, sample.Size);
        Assert.Equal(
            ["state failed 2", "state created 1", "state queued 1", "state started 1", "job billing/import 4", "job billing/importer 1", "host w1 2", "host w2 1"],
            sample.Facets.SelectMany(facet => facet.Values.Select(value => $"{facet.Field} {value.Value} {value.Count}")));
    }

    [Theory]
    [InlineData(RunGrouping.Job, "billing/import 4/1: job:billing/import|mail/send 1/1: job:mail/send|billing/importer 1/1: job:billing/importer|mail/send_all 1/0: job:mail/send_all")]
    [InlineData(RunGrouping.State, "failed 3/3: state:failed|created 1/0: state:created|queued 1/0: state:queued|started 1/0: state:started|succeeded 1/0: state:succeeded")]
    [InlineData(RunGrouping.Host, "w1 2/0: host:w1|w2 1/1: host:w2")]
    [InlineData(RunGrouping.Error, "timeout after ‹n› ms 2/2: error:\"timeout after\"|Timeout: timeout after ‹n› ms 1/1: error:\"timeout after\"")]
    public async Task Runs_are_put_together(RunGrouping by, string expected)
    {
        var groups = (await FindAsync(new RunView(Grouping: by))).Sample!.Groups;
        Assert.Equal(
            expected.Split('|').Order(), groups.Select(group => $"{group.Title} {group.Count}/{group.Failed}: {group.Text}").Order());
        Assert.Equal(groups.OrderByDescending(group => group.Count).Select(group => group.Count), groups.Select(group => group.Count));
    }

    [Fact]
    public async Task An_hour_leads_to_its_runs()
    {
        var project = await SeedAsync();
        var runs = Server.Services.GetRequiredService<IRunSearch>();
        var hours = (await runs.FindAsync(project, new RunView(Grouping: RunGrouping.Hour), Stopping)).Sample!.Groups;
        var again = new List<FoundRun>();
        foreach (var hour in hours)
        {
            again.AddRange((await runs.FindAsync(project, new RunView(hour.Text!), Stopping)).Runs);
        }

        Assert.Equal(7, again.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition()
    {
        await PostAsync("/v1/signals", string.Join('\n', Enumerable.Range(1, 120).Select(number =>
            $$"""{"job": "billing/import", "run": "{{number}}", "kind": "succeeded"}""")));
        var project = await Server.Database.ScalarAsync<Guid>("select id from project");
        var runs = Server.Services.GetRequiredService<IRunSearch>();
        var seen = new List<FoundRun>();
        for (RunView? view = new("state:succeeded"); view is not null;)
        {
            var page = await runs.FindAsync(project, view, Stopping);
            seen.AddRange(page.Runs);
            view = page.Next is { } next ? view with { After = next } : null;
        }

        Assert.Equal(120, seen.Select(run => run.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(run => run.Id.ToString(), StringComparer.Ordinal).Select(run => run.Id), seen.Select(run => run.Id));
    }

    [Theory]
    [InlineData("runs/list?q=state:failed", "timeout after 31 ms")]
    [InlineData("runs/list?q=stat:failed", "did you mean state:?")]
    [InlineData("runs/list?by=error", "timeout after ‹n› ms")]
    [InlineData("runs/list?q=%00&after=x&by=7", "No run fits this search")]
    [InlineData("runs", "Timeout: timeout after ‹n› ms")]
    [InlineData("runs?range=1h", "mail/send")]
    [InlineData("runs?from=2020-01-01&to=2020-02-01", "None was made in this time")]
    [InlineData("resources/TaskPlan/42", "1 succeeded")]
    [InlineData("resources/TaskPlan/43", "Nothing that ran for it is kept")]
    [InlineData("runs/timeline?range=1h", "Runs of billing/import")]
    [InlineData("runs/timeline?from=2020-01-01&to=2020-01-02", "No run was made in this time")]
    public async Task Every_view_is_an_address(string path, string said)
    {
        await SeedAsync();
        Assert.Contains(said, WebUtility.HtmlDecode(await PageAsync(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_is_requested_once_with_who_and_why()
    {
        await SeedAsync();
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        var page = await PageAsync($"runs/{run}");
        Assert.Contains($"runs/{run}/request-kill", page, StringComparison.Ordinal);
        var actions = Server.Services.GetRequiredService<IRunActions>();
        var project = await Server.Database.ScalarAsync<Guid>("select id from project");
        Assert.IsType<Vigilant.Dashboard.Layout.ActionOutcome.Done>(
            await actions.RequestKillAsync(project, Guid.Parse(run), "ada\0", "wrong book", Stopping));
        Assert.IsType<Vigilant.Dashboard.Layout.ActionOutcome.NotFound>(
            await actions.RequestKillAsync(Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse(run), "eve", "mine", Stopping));
        page = await PageAsync($"runs/{run}");
        Assert.Contains("by ada\uFFFD: wrong book", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("/request-kill", page, StringComparison.Ordinal);
        await SignalAsync(run, """{"kind": "killed"}""");
        Assert.IsType<Vigilant.Dashboard.Layout.ActionOutcome.Refused>(
            await actions.RequestKillAsync(project, Guid.Parse(run), "ada", "again", Stopping));
    }

    async Task<string> PageAsync(string path)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Server.Address };
        var token = await Server.Services.GetRequiredService<SignInLinks>().CreateAsync(Stopping);
        using var nothing = new FormUrlEncodedContent([]);
        (await browser.PostAsync($"sign-in/{token}", nothing, Stopping)).EnsureSuccessStatusCode();
        using var answer = await browser.GetAsync(path, Stopping);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stopping);
    }
}
