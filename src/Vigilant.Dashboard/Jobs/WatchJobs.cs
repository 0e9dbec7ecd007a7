using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Jobs;

/// <summary>The jobs page, watched.</summary>
public sealed record WatchJobs(Guid Project, JobFilter Filter) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping)
    {
        var list = await services.GetRequiredService<IJobBoard>().ListAsync(Project, Filter, stopping);
        var frame = await services.GetRequiredService<IPageFrame>().ReadAsync(Project, stopping);
        var rows = list.Rows.Select(row => LivePart.Of<JobRowView>($"job-{row.Id:N}", row));
        return
        [
            LivePart.Of<Tiles>("tiles", new TilesModel(list.Counts, Filter)),
            LivePart.Of<JobTable>("jobs", list) with { Rows = [.. rows] },
            LivePart.Of<OpenAlerts>("open-alerts", frame.OpenAlerts),
        ];
    }
}
