using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Alerts;

/// <summary>One alert with whom it was told to.</summary>
public sealed record AlertDetails(AlertRow Alert, ValueList<NotificationRow> Notifications);

/// <summary>One telling of an alert over a channel.</summary>
/// <param name="Event"><c>firing</c>, <c>resolved</c>, <c>test</c> or <c>undelivered</c>.</param>
/// <param name="State"><c>pending</c>, <c>delivered</c> or <c>given_up</c>.</param>
public sealed record NotificationRow(
    Guid Id,
    string Channel,
    string Kind,
    string Event,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    int Attempts,
    DateTimeOffset? DeliveredAt,
    int? LastStatus,
    string? LastError);
