using System.Diagnostics;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Layout;
using Vigilant.Domain;
using Vigilant.Server.Alerts;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Pages;

/// <summary>What people do to alerts on the pages.</summary>
sealed class AlertActions(AlertsByHand alerts, NodeClock clock) : IAlertActions
{
    public async Task<ActionOutcome> AcknowledgeAsync(
        Guid project, Guid alert, string by, string note, CancellationToken stopping) =>
        Outcome(await alerts.AcknowledgeAsync(project, alert, by, NullIfEmpty(note), clock.Now, stopping));

    public async Task<ActionOutcome> ResolveAsync(
        Guid project, Guid alert, string by, string note, CancellationToken stopping) =>
        Outcome(await alerts.ResolveAsync(project, alert, by, NullIfEmpty(note), clock.Now, stopping));

    static ActionOutcome Outcome(HandWork work) => work switch
    {
        HandWork.Done => new ActionOutcome.Done(),
        HandWork.NotThere => new ActionOutcome.NotFound(),
        HandWork.AlreadyResolved over => new ActionOutcome.Refused(
            $"It was resolved already, at {Words.Instant(over.At)} by {over.By}: there is nothing left to do."),
        _ => throw new UnreachableException(),
    };

    static string? NullIfEmpty(string note) => note.Length == 0 ? null : note;
}
