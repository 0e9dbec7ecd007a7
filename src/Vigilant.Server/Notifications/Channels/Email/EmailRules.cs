using System.Text.Json.Nodes;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Email;

static class EmailRules
{
    const int RecipientsAtMost = 50;

    public static IEnumerable<(string Setting, string Why)> Check(
        JsonObject settings, EmailOptions options, OutboundConnector connector) =>
        [.. CheckKeys(settings), .. CheckRecipients(settings), .. CheckServer(settings, options, connector)];

    static IEnumerable<(string Setting, string Why)> CheckKeys(JsonObject settings) =>
        settings.Select(setting => setting.Key).Where(key => !EmailSettings.Keys.Contains(key))
            .Select(key => (key, $"is not a setting of e-mail; it has {string.Join(", ", EmailSettings.Keys)}"));

    static IEnumerable<(string Setting, string Why)> CheckRecipients(JsonObject settings)
    {
        var recipients = EmailSettings.Recipients(settings);
        if (recipients.Count is 0 or > RecipientsAtMost)
        {
            yield return ("to", $"must name from 1 to {RecipientsAtMost} mail addresses");
        }

        foreach (var wrong in recipients.Where(one => MailAddresses.Parse(one) is null))
        {
            yield return ("to", $"holds '{wrong}', which is no mail address");
        }
    }

    static IEnumerable<(string Setting, string Why)> CheckServer(
        JsonObject settings, EmailOptions options, OutboundConnector connector)
    {
        var server = MailServer.Of(settings, options);
        if (server.Host.Length == 0)
        {
            yield return ("host", "must name a mail server, because this Vigilant has none of its own (Vigilant:Email:Host)");
            yield break;
        }

        foreach (var (key, rule) in MailServerRules.Check(server))
        {
            yield return (key.ToLowerInvariant(), rule);
        }

        if (!server.Trusted && connector.JudgeLiteral(server.Host, server.PortNumber) is { } verdict)
        {
            yield return ("host", "cannot be used. " + OutboundRefusedException.Sentence(verdict));
        }
    }
}
