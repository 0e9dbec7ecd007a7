namespace Vigilant.Dashboard.Runs;

/// <summary>What the page of a run shows.</summary>
public interface IRunBoard
{
    Task<RunDetails?> FindAsync(Guid project, Guid run, CancellationToken stopping);
}
