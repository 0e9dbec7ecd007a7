using System.Text.Json.Nodes;

namespace Vigilant.Server.Notifications;

sealed record ChannelRow(Guid Id, string Name, string Kind, JsonObject Settings)
{
    public bool Fallback { get; init; }

    public bool Enabled { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public string? LastError { get; init; }

    public string? DisabledWhy { get; init; }

    public string? Secret { get; init; }
}
