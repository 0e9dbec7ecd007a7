namespace Vigilant.Dashboard.Runs;

/// <summary>Finds runs for the pages that list them.</summary>
public interface IRunSearch
{
    Task<RunsFound> FindAsync(Guid project, RunView view, CancellationToken stopping);
}
