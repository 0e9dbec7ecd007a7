using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Tests.Runs;

namespace Vigilant.Server.Tests.Pages;

/// <summary>The numbers of the overview are those of the runs behind its links.</summary>
public sealed class RunOverviewTests : RunsOverApi
{
    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_is_that_of_the_list_it_leads_to()
    {
        var (project, overview, range) = await ReadAsync(TimeSpan.FromHours(24));
        Assert.Equal(7, overview.Total);
        Assert.Equal(
            ["queued 1", "started 2", "succeeded 1", "failed 3"],
            overview.States.OrderBy(state => RunStates.All.ToList().IndexOf(state.State)).Select(state => $"{state.State.Word()} {state.Count}"));
        foreach (var state in overview.States)
        {
            Assert.Equal(state.Count, (await FindAsync(project, $"state:{state.State.Word()} {range.Term()}")).Count);
        }

        foreach (var job in overview.Jobs)
        {
            Assert.Equal(job.Failed, (await FindAsync(project, $"{RunView.JobTerm(job.Job)} state:failed,timed_out {range.Term()}")).Count);
        }

        foreach (var group in overview.Failures.Groups)
        {
            Assert.Equal(group.Count, (await FindAsync(project, $"{group.Text} {range.Term()}")).Count);
        }

        Assert.Equal(["billing/import 2 of 5", "mail/send 1 of 2"], overview.Jobs.Select(job => $"{job.Job} {job.Failed} of {job.Runs}"));
        Assert.Equal(["timeout after ‹n› ms 2", "disk full 1"], overview.Failures.Groups.Select(group => $"{group.Title} {group.Count}"));
    }

    [Fact]
    public async Task The_bars_along_time_hold_every_run_once()
    {
        var (project, overview, _) = await ReadAsync(TimeSpan.FromHours(24));
        Assert.Equal(7, overview.Flow.Sum(bar => bar.Total));
        Assert.Equal(3, overview.Flow.Sum(bar => bar.Failed));
        var bar = overview.Flow.MaxBy(bar => bar.Total)!;
        Assert.Equal(bar.Total, (await FindAsync(project, TimeRange.Term(bar.From, bar.Until))).Count);
    }

    [Fact]
    public async Task Now_is_told_whatever_the_range()
    {
        var (_, overview, _) = await ReadAsync(TimeSpan.FromHours(24), ago: TimeSpan.FromDays(9));
        Assert.Equal(0, overview.Total);
        Assert.True(overview.HasRuns);
        Assert.Equal((2, 1), (overview.Now.Started, overview.Now.Waiting));
        Assert.Equal("b", overview.Now.OldestWaiting!.CallerId);
        Assert.Equal("c", overview.Now.OldestStarted!.CallerId);
    }

    async Task<(Guid Project, RunOverview Overview, TimeRange Range)> ReadAsync(TimeSpan length, TimeSpan ago = default)
    {
        await PostAsync("/v1/signals", """
            {"job": "billing/import", "run": "b", "kind": "queued"}
            {"job": "billing/import", "run": "c", "kind": "started"}
            {"job": "billing/import", "run": "d", "kind": "started"}
            {"job": "billing/import", "run": "d", "kind": "error", "error": "timeout after 31 ms"}
            {"job": "billing/import", "run": "d", "kind": "failed"}
            {"job": "billing/import", "run": "e", "kind": "error", "error": "disk full"}
            {"job": "billing/import", "run": "e", "kind": "failed"}
            {"job": "billing/import", "run": "f", "kind": "started"}
            {"job": "mail/send", "run": "g", "kind": "error", "error": "timeout after 977 ms"}
            {"job": "mail/send", "run": "g", "kind": "failed"}
            {"job": "mail/send", "run": "h", "kind": "succeeded"}
            """);
        var project = await Server.Database.ScalarAsync<Guid>("select id from project");
        var until = Now - ago;
        var asked = new TimeRange(null, until - length, until);
        var overview = await Server.Services.GetRequiredService<IRunOverview>().ReadAsync(project, asked, Stopping);
        Assert.True(overview.Range.From <= asked.From && overview.Range.Until >= asked.Until);
        return (project, overview, overview.Range);
    }

    // A little ahead, so that what was just made lies in the range.
    static DateTimeOffset Now => TimeProvider.System.GetUtcNow().AddMinutes(1);

    async Task<ICollection<FoundRun>> FindAsync(Guid project, string text) =>
        (await Server.Services.GetRequiredService<IRunSearch>().FindAsync(project, new RunView(text), Stopping)).Runs;
}
