using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Rows;

/// <summary>A run as a batch leaves it.</summary>
/// <param name="Said">The signal that is this whole run.</param>
sealed record RunRow(
    Guid Id, string? Rid, RunState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt = null, DateTimeOffset? Slot = null,
    int? ExitStatus = null, string? Reason = null, IncomingSignal? Said = null);
