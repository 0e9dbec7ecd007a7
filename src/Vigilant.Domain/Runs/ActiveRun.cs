namespace Vigilant.Domain.Runs;

/// <summary>A run in progress.</summary>
/// <param name="Id">Minted by the server.</param>
/// <param name="Rid">The sender's own run id; null: the job is taken to run one at a time.</param>
/// <param name="StartedAt">When its start was received.</param>
/// <param name="LastSignAt">When its last sign of life was received.</param>
/// <param name="Mark">What is wrong with it.</param>
public sealed record ActiveRun(
    Guid Id, string? Rid, DateTimeOffset StartedAt, DateTimeOffset LastSignAt, RunMark Mark = RunMark.None);
