using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>A verdict in the inbox.</summary>
sealed record PendingVerdict(long Id, Guid JobId, Guid? RunId, Guid? SignalId, Verdict Verdict);
