using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Runs;

/// <summary>What goes on now, watched; the numbers of a time range stay as they were when the page was loaded.</summary>
public sealed record WatchRuns(Guid Project) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping)
    {
        var now = await services.GetRequiredService<IRunOverview>().NowAsync(Project, stopping);
        var frame = await services.GetRequiredService<IPageFrame>().ReadAsync(Project, stopping);
        return [LivePart.Of<RunsNowView>("runs-now", now), LivePart.Of<OpenAlerts>("open-alerts", frame.OpenAlerts)];
    }
}
