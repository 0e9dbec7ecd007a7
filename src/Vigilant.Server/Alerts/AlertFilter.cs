namespace Vigilant.Server.Alerts;

/// <summary>Which alerts to list. Null filters nothing.</summary>
sealed record AlertFilter(string? State, string? Service, string? Job, AlertCursor? After, int Limit);
