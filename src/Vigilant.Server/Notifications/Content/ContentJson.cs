using System.Text.Json.Serialization;

namespace Vigilant.Server.Notifications.Content;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(NotificationContent))]
sealed partial class ContentJson : JsonSerializerContext;
