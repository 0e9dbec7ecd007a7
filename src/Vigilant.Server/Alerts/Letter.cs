namespace Vigilant.Server.Alerts;

/// <summary>An event and one channel that it goes to.</summary>
sealed record Letter(AlertEvent Event, Guid Channel, DateTimeOffset CreatedAt);
