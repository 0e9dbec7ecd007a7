using Vigilant.Contracts;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Alerts;

/// <summary>How requests, from the API or from a page, act on alerts.</summary>
sealed class AlertDoor(AlertsByHand hands, AlertQueries alerts, NodeClock clock)
{
    public Task<HandWork> AcknowledgeAsync(Guid project, Guid alert, AlertAction action, CancellationToken stopping) =>
        hands.AcknowledgeAsync(project, alert, Text(action.Who)!, Text(action.Note), clock.Now, stopping);

    public Task<HandWork> ResolveAsync(Guid project, Guid alert, AlertAction action, CancellationToken stopping) =>
        hands.ResolveAsync(project, alert, Text(action.Who)!, Text(action.Note), clock.Now, stopping);

    public Task<Alert?> FindAsync(Guid project, Guid alert, CancellationToken stopping) =>
        alerts.FindAsync(project, alert, stopping);

    static string? Text(string? text) => text is null ? null : OutputTail.Readable(text).Trim();
}
