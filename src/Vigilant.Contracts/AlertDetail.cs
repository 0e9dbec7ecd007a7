namespace Vigilant.Contracts;

/// <summary>An alert and who was told of it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Notifications">What was sent, or is to be sent, in that order.</param>
public sealed record AlertDetail(Alert Alert, IReadOnlyList<AlertNotification> Notifications);
