using System.Text.Json.Nodes;

namespace Vigilant.Server.Notifications.Channels.Webhook;

/// <summary>The address in a webhook's settings. All behind the host may be a secret and is not shown.</summary>
static class WebhookAddress
{
    const string Hidden = "/…";

    public static Uri? Of(JsonObject settings) =>
        settings["url"] is JsonValue value && value.TryGetValue<string>(out var text) && Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url
            : null;

    public static string Shown(Uri url)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        return url.PathAndQuery == "/" && url.Fragment.Length == 0 ? origin + "/" : origin + Hidden;
    }
}
