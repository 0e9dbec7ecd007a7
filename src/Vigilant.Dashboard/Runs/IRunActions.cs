using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Runs;

/// <summary>What people do to a run.</summary>
public interface IRunActions
{
    Task<ActionOutcome> RequestKillAsync(Guid project, Guid run, string by, string why, CancellationToken stopping);
}
