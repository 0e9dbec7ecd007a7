namespace Vigilant.Server.Notifications;

static partial class NotificationLog
{
    [LoggerMessage(6001, LogLevel.Warning, "Notification {Notification} was not delivered over {Channel}: {Why} Next try at {At}")]
    public static partial void DeliveryFailed(this ILogger log, Guid notification, string? channel, string why, DateTimeOffset at);

    [LoggerMessage(6002, LogLevel.Error, "Notification {Notification} is given up over {Channel}: {Why}")]
    public static partial void GivenUp(this ILogger log, Guid notification, string? channel, string why);

    [LoggerMessage(6003, LogLevel.Warning, "Notification {Notification} was claimed by another node before this one could record")]
    public static partial void ClaimLost(this ILogger log, Guid notification);

    [LoggerMessage(6004, LogLevel.Warning, "What became of notification {Notification} could not be recorded: {Why}")]
    public static partial void RecordFailed(this ILogger log, Guid notification, string why);

    [LoggerMessage(6005, LogLevel.Error, "Notification {Notification}: the {Kind} channel failed in a way that was not foreseen ({Error})")]
    public static partial void ChannelSurprised(this ILogger log, Guid notification, string kind, string error);

    [LoggerMessage(6006, LogLevel.Warning, "Notification {Notification} could not be handed back ({Why}); its lease will run out")]
    public static partial void NotReleased(this ILogger log, Guid notification, string why);
}
