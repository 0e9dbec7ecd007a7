using System.Text.Json.Nodes;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Reads an e-mail channel's settings.</summary>
static class EmailSettings
{
    public static readonly string[] Keys = ["to", "host", "port", "user", "password", "from", "security"];

    /// <summary>Text, or a number as text; null when absent or neither.</summary>
    public static string? Text(JsonObject settings, string key) => settings[key] is JsonValue value ? value.ToString() : null;

    /// <summary>Who gets the mail: text with commas between, or a list.</summary>
    public static IReadOnlyList<string> Recipients(JsonObject settings) => settings["to"] switch
    {
        JsonArray list => [.. list.Select(one => one?.ToString() ?? "")],
        JsonValue text => text.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };
}
