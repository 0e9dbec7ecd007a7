using Vigilant.Domain.Runs;

namespace Vigilant.Bench;

/// <summary>A run that is stored without having been told of.</summary>
sealed record LoadedRun(
    Guid Id, Guid Job, RunState State, string? CallerId, DateTimeOffset QueuedAt, DateTimeOffset StartedAt, DateTimeOffset EndedAt,
    string Details, IReadOnlyList<string> Marks);
