using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Alerts;

/// <summary>What people do to alerts on the pages.</summary>
public interface IAlertActions
{
    /// <summary>Says that <paramref name="by"/> looks after it; <paramref name="note"/> may be empty.</summary>
    Task<ActionOutcome> AcknowledgeAsync(Guid project, Guid alert, string by, string note, CancellationToken stopping);

    /// <summary>Ends it by hand; <paramref name="note"/> may be empty.</summary>
    Task<ActionOutcome> ResolveAsync(Guid project, Guid alert, string by, string note, CancellationToken stopping);
}
