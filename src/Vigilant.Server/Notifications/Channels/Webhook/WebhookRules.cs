using System.Text.Json.Nodes;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Webhook;

static class WebhookRules
{
    const int LongestUrl = 2000;

    public static IEnumerable<(string Setting, string Why)> Check(JsonObject settings, OutboundConnector connector)
    {
        var unknown = settings.Select(setting => setting.Key).Where(key => key != "url")
            .Select(key => (key, "is not a setting of webhooks; they have only url"));
        return [.. unknown, .. CheckUrl(WebhookAddress.Of(settings), connector).Select(why => ("url", why))];
    }

    static IEnumerable<string> CheckUrl(Uri? url, OutboundConnector connector)
    {
        if (url is null || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            yield return "must be an address that starts with https:// or http://";
            yield break;
        }

        if (url.UserInfo.Length > 0)
        {
            yield return "must not hold a user or password; receivers know Vigilant by the signature";
        }

        if (url.OriginalString.Length > LongestUrl)
        {
            yield return $"must have at most {LongestUrl} characters";
        }

        if (connector.JudgeLiteral(url.IdnHost.TrimEnd('.'), url.Port) is { } verdict)
        {
            yield return "cannot be used. " + OutboundRefusedException.Sentence(verdict);
        }
    }
}
