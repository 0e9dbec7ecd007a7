namespace Vigilant.Domain.Notifications;

/// <summary>What is known about a notification when a try has ended.</summary>
/// <param name="Event">What it tells.</param>
/// <param name="CreatedAt">When it was to be told first.</param>
/// <param name="Failures">How many tries of it failed, this one included.</param>
/// <param name="ChannelFailures">How many tries in a row found nobody on its channel, this one included.</param>
/// <param name="ChannelFailingSince">Since when the channel is failing; null when it was well until this try.</param>
public readonly record struct Tried(
    NotificationEvent Event,
    DateTimeOffset CreatedAt,
    int Failures,
    int ChannelFailures,
    DateTimeOffset? ChannelFailingSince);
