using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Runs;

/// <summary>What people do to a run.</summary>
public interface IRunActions
{
    Task<ActionOutcome> RequestKillAsync(Guid project, Guid run, string by, string why, CancellationToken stopping);

    /// <summary>A pin that is there already stays as it is.</summary>
    Task<ActionOutcome> PinAsync(Guid project, Guid run, string by, string why, CancellationToken stopping);

    Task<ActionOutcome> UnpinAsync(Guid project, Guid run, CancellationToken stopping);
}
