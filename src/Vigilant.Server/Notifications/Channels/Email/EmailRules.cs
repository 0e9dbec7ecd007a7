using System.Text.Json.Nodes;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Email;

static class EmailRules
{
    const int RecipientsAtMost = 50;

    public static IReadOnlyList<string> Check(JsonObject settings, EmailOptions options, OutboundConnector connector) =>
        [.. CheckKeys(settings), .. CheckRecipients(settings), .. CheckServer(settings, options, connector)];

    static IEnumerable<string> CheckKeys(JsonObject settings) =>
        settings.Select(setting => setting.Key).Where(key => !EmailSettings.Keys.Contains(key))
            .Select(key => $"An e-mail channel has no setting '{key}'; it has {string.Join(", ", EmailSettings.Keys)}.");

    static IEnumerable<string> CheckRecipients(JsonObject settings)
    {
        var recipients = EmailSettings.Recipients(settings);
        if (recipients.Count is 0 or > RecipientsAtMost)
        {
            yield return $"settings.to must name from 1 to {RecipientsAtMost} mail addresses.";
        }

        foreach (var wrong in recipients.Where(one => MailAddresses.Parse(one) is null))
        {
            yield return $"settings.to holds '{wrong}', which is no mail address.";
        }
    }

    static IEnumerable<string> CheckServer(JsonObject settings, EmailOptions options, OutboundConnector connector)
    {
        var server = MailServer.Of(settings, options);
        if (server.Host.Length == 0)
        {
            yield return "settings.host must name a mail server, because this server has none of its own (VIGILANT_EMAIL_HOST).";
            yield break;
        }

        foreach (var (key, rule) in MailServerRules.Check(server))
        {
            yield return $"settings.{key.ToLowerInvariant()} {rule}.";
        }

        if (!server.Trusted && connector.JudgeLiteral(server.Host, server.PortNumber) is { } verdict)
        {
            yield return "settings.host cannot be used. " + OutboundRefusedException.Sentence(verdict);
        }
    }
}
