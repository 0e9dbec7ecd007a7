namespace Vigilant.Server.Notifications.Content;

/// <summary>A notification's content as Alerts wrote it, read with mercy: what is missing is null.</summary>
sealed record NotificationContent
{
    public string? Type { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public ContentData? Data { get; init; }
}
