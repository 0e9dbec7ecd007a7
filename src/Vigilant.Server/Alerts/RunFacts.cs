using Vigilant.Domain.Runs;

namespace Vigilant.Server.Alerts;

/// <summary>A run of a job.</summary>
sealed record RunFacts(Guid JobId, RunState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int? ExitStatus);
