using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>A run as a batch leaves it.</summary>
sealed record RunRow(
    Guid Id, string? Rid, RunState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt = null, DateTimeOffset? Slot = null,
    int? ExitStatus = null, string? Reason = null);
