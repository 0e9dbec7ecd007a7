namespace Vigilant.Contracts;

/// <summary>What people and systems are told about an alert. A snapshot: it stays the same over retries.</summary>
/// <param name="Type"><c>alert.firing</c> or <c>alert.resolved</c>.</param>
/// <param name="Timestamp">When it was decided to tell.</param>
/// <param name="Data">All that the message says.</param>
public sealed record AlertMessage(string Type, DateTimeOffset Timestamp, AlertMessageData Data);
