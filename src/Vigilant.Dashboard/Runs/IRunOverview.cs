namespace Vigilant.Dashboard.Runs;

/// <summary>Reads how runs go.</summary>
public interface IRunOverview
{
    Task<RunOverview> ReadAsync(Guid project, TimeRange range, CancellationToken stopping);

    Task<RunsNow> NowAsync(Guid project, CancellationToken stopping);
}
