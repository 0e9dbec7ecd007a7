namespace Vigilant.Dashboard.Channels;

/// <summary>A channel with how its deliveries go.</summary>
/// <param name="Target">Where it leads, without what could be a secret: a host, or an e-mail address.</param>
/// <param name="Fallback">Whether it gets what other channels could not deliver.</param>
/// <param name="DisabledWhy">Why it was switched off; null when it was not.</param>
/// <param name="Last">What was sent last, and how that went; null when nothing was.</param>
public sealed record ChannelRow(
    Guid Id,
    string Name,
    string Kind,
    string Target,
    bool Fallback,
    bool Enabled,
    DateTimeOffset? FailingSince,
    string? LastError,
    string? DisabledWhy,
    LastDelivery? Last);

/// <summary>The newest notification of a channel.</summary>
/// <param name="State"><c>pending</c>, <c>delivered</c> or <c>given_up</c>.</param>
public sealed record LastDelivery(string Event, string State, DateTimeOffset At);
