using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Alerts;

/// <summary>An alert's page, watched.</summary>
public sealed record WatchAlert(Guid Project, Guid Alert) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping) =>
        await services.GetRequiredService<IAlertBoard>().FindAsync(Project, Alert, stopping) is { } details
            ? [LivePart.Of<AlertTimeline>("alert", details)]
            : [];
}
