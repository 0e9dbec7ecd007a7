namespace Vigilant.Dashboard.Runs;

/// <summary>Reads the runs of a time range.</summary>
public interface IRunTimeline
{
    Task<Timeline> ReadAsync(Guid project, TimelineView view, CancellationToken stopping);
}
