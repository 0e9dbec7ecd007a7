using Vigilant.Domain.Runs;

namespace Vigilant.Server.Alerts;

/// <summary>The last signal of a job. The tail is the end of its body, as it came.</summary>
sealed record SignalFacts(Guid JobId, SignalKind Kind, DateTimeOffset ReceivedAt, int? ExitStatus, byte[] Tail);
