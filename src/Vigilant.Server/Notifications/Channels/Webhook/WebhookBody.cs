using System.Text.Json;

namespace Vigilant.Server.Notifications.Channels.Webhook;

/// <summary>The content in the order that readers expect: type, timestamp, data. The same bytes for every try.</summary>
static class WebhookBody
{
    static readonly string[] First = ["type", "timestamp", "data"];

    public static byte[] Of(string content)
    {
        using var document = JsonDocument.Parse(content);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject().OrderBy(Place))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    static int Place(JsonProperty property) => Array.IndexOf(First, property.Name) is var place and >= 0 ? place : First.Length;
}
