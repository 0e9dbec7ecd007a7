using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Vigilant.Domain.Notifications;
using Vigilant.Server.Hosting;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Webhook;

/// <summary>Posts the notification's content as JSON, signed after Standard Webhooks 1.0.0.</summary>
sealed class WebhookChannel(OutboundHttp http, OutboundConnector connector, NodeClock clock) : IChannel
{
    const int ReadAtMost = 64 * 1024;

    public string Kind => "webhook";

    public TimeSpan Timeout => TimeSpan.FromSeconds(15);

    public bool Signs => true;

    public IEnumerable<(string Setting, string Why)> Check(JsonObject settings) => WebhookRules.Check(settings, connector);

    public JsonObject Show(JsonObject settings) =>
        WebhookAddress.Of(settings) is { } url ? new JsonObject { ["url"] = WebhookAddress.Shown(url) } : [];

    public JsonObject Merge(JsonObject old, JsonObject next) =>
        WebhookAddress.Of(old) is { } url && next["url"] is JsonValue shown && shown.ToString() == WebhookAddress.Shown(url) ? old : next;

    public async Task<Delivery> SendAsync(Message message, CancellationToken stopping)
    {
        if (JsonNode.Parse(message.Settings) is not JsonObject settings || WebhookAddress.Of(settings) is not { } url)
        {
            return new Delivery.GiveUp("The channel has no address. Set its url.");
        }

        using var request = Request(url, message);
        try
        {
            using var response = await http.SendAsync(request, stopping);
            await DrainAsync(response, stopping);
            return WebhookAnswer.Read(response.StatusCode, response.Headers.RetryAfter, clock.Now);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new Delivery.TryAgain(NoConnection.Because(error));
        }
    }

    HttpRequestMessage Request(Uri url, Message message)
    {
        var body = WebhookBody.Of(message.Content);
        var id = message.Id.ToString();
        var timestamp = WebhookSignature.Timestamp(clock.Now);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Vigilant", null));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        if (message.Secret is { } secret)
        {
            request.Headers.Add("webhook-signature", WebhookSignature.Sign(secret, id, timestamp, body));
        }

        return request;
    }

    // Read so that the connection can be used again, and then forgotten: receivers like to quote the address they were called at.
    static async Task DrainAsync(HttpResponseMessage response, CancellationToken stopping)
    {
        using var body = await response.Content.ReadAsStreamAsync(stopping);
        var buffer = new byte[4096];
        for (var read = 0; read < ReadAtMost;)
        {
            var got = await body.ReadAsync(buffer, stopping);
            if (got == 0)
            {
                return;
            }

            read += got;
        }
    }
}
