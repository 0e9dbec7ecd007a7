using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Alerts;

/// <summary>The alerts page, watched.</summary>
public sealed record WatchAlerts(Guid Project, AlertFilter Filter) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping)
    {
        var list = await services.GetRequiredService<IAlertBoard>().ListAsync(Project, Filter, stopping);
        var frame = await services.GetRequiredService<IPageFrame>().ReadAsync(Project, stopping);
        var cards = list.Open.Concat(list.Resolved).Select(alert => LivePart.Of<AlertCard>($"alert-{alert.Id:N}", alert));
        return
        [
            LivePart.Of<AlertCards>("alerts", list) with { Rows = [.. cards] },
            LivePart.Of<OpenAlerts>("open-alerts", frame.OpenAlerts),
        ];
    }
}
