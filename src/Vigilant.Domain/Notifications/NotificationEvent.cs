namespace Vigilant.Domain.Notifications;

/// <summary>What a notification tells.</summary>
public enum NotificationEvent
{
    /// <summary>An alert was opened, or got worse.</summary>
    Firing,

    /// <summary>An alert is over.</summary>
    Resolved,

    /// <summary>Somebody wants to know whether the channel works.</summary>
    Test,

    /// <summary>Another channel could not be told.</summary>
    Undelivered,
}
