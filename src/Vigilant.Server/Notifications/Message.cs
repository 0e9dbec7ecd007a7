using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>
/// What a channel is asked to deliver. The id is the same for every try; content (type, timestamp, data) and the channel's
/// settings are JSON, as they were stored.
/// </summary>
sealed record Message(Guid Id, NotificationEvent Event, string Content, string Settings, string? Secret);
