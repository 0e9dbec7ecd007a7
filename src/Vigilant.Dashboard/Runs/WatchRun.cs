using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Runs;

/// <summary>A run's page, watched.</summary>
public sealed record WatchRun(Guid Project, Guid Run) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping)
    {
        if (await services.GetRequiredService<IRunBoard>().FindAsync(Project, Run, stopping) is not { } details)
        {
            return [];
        }

        var frame = await services.GetRequiredService<IPageFrame>().ReadAsync(Project, stopping);
        return
        [
            LivePart.Of<RunHead>("run-head", details),
            LivePart.Of<RunStory>("run-story", details),
            LivePart.Of<OpenAlerts>("open-alerts", frame.OpenAlerts),
        ];
    }
}
