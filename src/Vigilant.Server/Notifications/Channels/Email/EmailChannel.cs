using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Vigilant.Domain.Notifications;
using Vigilant.Server.Hosting;
using Vigilant.Server.Notifications.Content;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Sends the notification as a mail with text and HTML, over SMTP.</summary>
sealed class EmailChannel(
    IOptions<EmailOptions> options, OutboundConnector connector, TrustedRoots roots, NodeClock clock) : IChannel
{
    static readonly string[] Server = ["host", "port", "user", "security"];

    public string Kind => "email";

    public TimeSpan Timeout => TimeSpan.FromSeconds(30);

    public bool Signs => false;

    public IEnumerable<(string Setting, string Why)> Check(JsonObject settings) => EmailRules.Check(settings, options.Value, connector);

    public JsonObject Show(JsonObject settings)
    {
        var shown = (JsonObject)settings.DeepClone();
        shown.Remove("password");
        return shown;
    }

    // A password is kept only for the server and user it was given for.
    public JsonObject Merge(JsonObject old, JsonObject next)
    {
        var merged = (JsonObject)next.DeepClone();
        var sameServer = Server.All(key => EmailSettings.Text(old, key) == EmailSettings.Text(next, key));
        if (!next.ContainsKey("password") && sameServer && old["password"] is { } password)
        {
            merged["password"] = password.DeepClone();
        }

        return merged;
    }

    public async Task<Delivery> SendAsync(Message message, CancellationToken stopping)
    {
        if (JsonNode.Parse(message.Settings) is not JsonObject settings)
        {
            return new Delivery.GiveUp("The channel has no settings. Set its recipients.");
        }

        var server = MailServer.Of(settings, options.Value);
        var content = JsonSerializer.Deserialize(message.Content, ContentJson.Default.NotificationContent);
        return MailOf(message, server, settings, content) is { } mail
            ? await SendAsync(mail, server, stopping)
            : new Delivery.GiveUp("The channel has no valid sender or recipient. Look at its settings.");
    }

    Mail? MailOf(Message message, MailServer server, JsonObject settings, NotificationContent? content)
    {
        var recipients = EmailSettings.Recipients(settings).Select(MailAddresses.Parse).ToList();
        return MailAddresses.Parse(server.From) is { } from && recipients.Count > 0 && !recipients.Contains(null)
            ? MailWriter.Write(message.Id, from, [.. recipients.Select(one => one!)], EmailTemplate.Of(content ?? new()), clock.Now)
            : null;
    }

    async Task<Delivery> SendAsync(Mail mail, MailServer server, CancellationToken stopping)
    {
        try
        {
            var (code, refused) = await HandOverAsync(mail, server, stopping);
            var note = refused > 0 ? $"The mail server refused {refused} of {mail.To.Count} recipients." : null;
            return new Delivery.Sent(note) { Status = code };
        }
        catch (SmtpRefusedException refused)
        {
            return Refused(refused) with { Status = refused.Code };
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException)
        {
            return new Delivery.TryAgain(NoConnection.Because(error));
        }
    }

    async Task<(int Code, int Refused)> HandOverAsync(Mail mail, MailServer server, CancellationToken stopping)
    {
        var stream = server.Trusted
            ? await OutboundConnector.ConnectTrustedAsync(server.Host, server.PortNumber, stopping)
            : await connector.ConnectAsync(server.Host, server.PortNumber, stopping);
        await using var connection = new SmtpConnection(stream, roots);
        return await new SmtpSession(connection, server).SendAsync(mail, stopping);
    }

    static Delivery Refused(SmtpRefusedException refused) =>
        refused.IsPermanent ? new Delivery.GiveUp(refused.Message) : new Delivery.TryAgain(refused.Message);
}
