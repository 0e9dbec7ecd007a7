namespace Vigilant.Server.Alerts;

/// <summary>The last signal of a job. The tail is the end of its body, as it came.</summary>
sealed record SignalFacts(Guid JobId, short Kind, DateTimeOffset ReceivedAt, int? ExitStatus, byte[] Tail);
