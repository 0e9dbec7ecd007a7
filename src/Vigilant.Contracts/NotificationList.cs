namespace Vigilant.Contracts;

/// <summary>The answer of <c>GET /v1/notifications</c>.</summary>
/// <param name="Notifications">The latest first.</param>
/// <param name="Cursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record NotificationList(IReadOnlyList<Notification> Notifications, string? Cursor);
