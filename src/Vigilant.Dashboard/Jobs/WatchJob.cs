using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Jobs;

/// <summary>A job's page, watched.</summary>
public sealed record WatchJob(Guid Project, Guid Job) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping)
    {
        if (await services.GetRequiredService<IJobBoard>().FindAsync(Project, Job, stopping) is not { } details)
        {
            return [];
        }

        var frame = await services.GetRequiredService<IPageFrame>().ReadAsync(Project, stopping);
        return
        [
            LivePart.Of<JobHeader>("job-header", details.Job),
            LivePart.Of<ExpectedAndCame>("expected-and-came", details),
            LivePart.Of<RunningRuns>("running-runs", details),
            LivePart.Of<RunList>("runs", details.Runs),
            LivePart.Of<SignalList>("signals", new SignalsModel(Job, details.Signals)),
            LivePart.Of<AlertHistory>("alert-history", details.Alerts),
            LivePart.Of<OpenAlerts>("open-alerts", frame.OpenAlerts),
        ];
    }
}
