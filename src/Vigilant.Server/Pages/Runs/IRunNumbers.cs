using Vigilant.Dashboard.Runs;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Counts the runs of a time range.</summary>
interface IRunNumbers
{
    Task<RunNumbers> ReadAsync(Guid project, TimeRange range, CancellationToken stopping);
}
