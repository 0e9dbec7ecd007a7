using Vigilant.Contracts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Search;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Lists runs as GET /v1/runs does, with what the first of them have in common beside them.</summary>
sealed class RunSearchBoard(RunReader runs, JobNames names, LastErrors errors, AnyRun any, NodeClock clock) : IRunSearch
{
    const int PageSize = 50;
    const int SampleSize = 1000;

    public async Task<RunsFound> FindAsync(Guid project, RunView view, CancellationToken stopping)
    {
        var search = RunSearch.Parse(view.Text, clock.Now);
        var asked = RunSearchFilter.Of(search, view, await names.FindAsync(project, search, stopping));
        var (sample, next) = asked.Filter is { } filter
            ? await runs.ListAsync(project, filter, view.After, view.After is null ? SampleSize : PageSize, stopping)
            : new ListedRuns([], null);
        var page = sample.Take(PageSize).ToArray();
        var last = await errors.OfAsync(project, view.Grouping == RunGrouping.Error && view.After is null ? sample : page, stopping);
        return new RunsFound(
            search,
            new([.. asked.Mistakes]),
            new([.. page.Select(run => FoundRuns.Of(run, last.GetValueOrDefault(run.Id)))]),
            sample.Count > PageSize ? page[^1].Id : next,
            view.After is null ? RunSamples.Of(sample, next is null, Groups(view.Grouping, search, sample, last)) : null,
            asked.Query,
            page.Length > 0 || await any.ExistsAsync(project, stopping));
    }

    static ValueList<FoundGroup> Groups(RunGrouping? grouping, RunSearch search, IReadOnlyList<Run> runs, Dictionary<Guid, string> errors) => grouping switch
    {
        RunGrouping.Job => RunSamples.Groups(runs, run => run.Job, job => search.With("job", job)),
        RunGrouping.State => RunSamples.Groups(runs, run => run.State, state => search.With("state", state)),
        RunGrouping.Host => RunSamples.Groups(runs, FoundRuns.Host, host => search.With("host", host)),
        RunGrouping.Hour => RunSamples.Groups(runs, RunSamples.Hour, hour => RunSamples.HourTerm(search, hour), byTitle: true),
        RunGrouping.Error => RunSamples.ByError(
            runs.Where(run => RunSamples.Failed(run) || errors.ContainsKey(run.Id)), errors, part => search.With("error", part)),
        _ => new([]),
    };
}
