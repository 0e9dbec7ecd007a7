using Vigilant.Contracts;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Lays the runs of a time range beside each other, those of one job in one lane.</summary>
sealed class RunTimelineBoard(RunReader runs, NodeClock clock) : IRunTimeline
{
    const int Most = 1000;
    const int Columns = 500;

    public async Task<Timeline> ReadAsync(Guid project, TimelineView view, CancellationToken stopping)
    {
        var filter = new RunFilter { CreatedAfter = view.Range.From, CreatedBefore = view.Range.Until };
        Add(filter.Services, view.Service);
        Add(filter.Environments, view.Environment);
        var (found, next) = await runs.ListAsync(project, filter, behind: null, Most, stopping);
        var drawnFrom = next is not null && found.Count > 0 ? found[^1].CreatedAt : (DateTimeOffset?)null;
        var least = (view.Range.Until - (drawnFrom ?? view.Range.From)) / Columns;
        var now = clock.Now;
        var lanes = found
            .GroupBy(run => (run.Job, run.Environment))
            .OrderBy(lane => lane.Key)
            .Select(lane => TimelineLanes.Of(lane.Key.Job, lane.Key.Environment, lane.Select(Bar), least, now));
        return new Timeline(new([.. lanes]), found.Count, drawnFrom);
    }

    static void Add(List<string> values, string? value)
    {
        if (value is not null)
        {
            values.Add(value.Replace('\0', '\uFFFD'));
        }
    }

    static (Guid Run, RunState State, DateTimeOffset From, DateTimeOffset? Until) Bar(Run run)
    {
        var state = RunStates.Parse(run.State)!.Value;
        var from = run.StartedAt ?? run.QueuedAt ?? run.CreatedAt;
        return (run.Id, state, from, RunStates.Active.Contains(state) ? null : run.EndedAt ?? from);
    }
}
