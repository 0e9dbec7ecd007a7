namespace Vigilant.Domain.Alerts;

/// <summary>What a job's settings promise.</summary>
/// <param name="Schedule">Its schedule in words; null: on demand.</param>
/// <param name="GraceSeconds">How late it may be.</param>
/// <param name="MaxRuntimeSeconds">How long a run may take from its start; null: as long as it likes.</param>
/// <param name="HeartbeatSeconds">How often a run must say that it lives; null: never.</param>
public sealed record JobExpectation(string? Schedule, int GraceSeconds, int? MaxRuntimeSeconds, int? HeartbeatSeconds);
