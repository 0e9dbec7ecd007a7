using System.Text.Json.Nodes;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>What a fallback channel is told beside the alert: which channel could not be reached, with what, and why.</summary>
static class UndeliveredContent
{
    public static string Of(ClaimedNotification claim, string why) =>
        new JsonObject
        {
            ["notification_id"] = claim.Id,
            ["event"] = claim.Event is NotificationEvent.Resolved ? "resolved" : "firing",
            ["channel"] = new JsonObject
            {
                ["id"] = claim.ChannelId,
                ["name"] = claim.Channel?.Name ?? "a deleted channel",
                ["kind"] = claim.Channel?.Kind,
            },
            ["why"] = why,
        }.ToJsonString();
}
