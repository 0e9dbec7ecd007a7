using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>A notification that this node may send now, and the number under which it may record how that went.</summary>
sealed record ClaimedNotification(
    Guid Id,
    Guid ProjectId,
    Guid ChannelId,
    long Fence,
    NotificationEvent Event,
    string Content,
    DateTimeOffset CreatedAt,
    int Attempts,
    bool Expired)
{
    /// <summary>Null when the channel was deleted meanwhile.</summary>
    public ClaimedChannel? Channel { get; init; }
}
