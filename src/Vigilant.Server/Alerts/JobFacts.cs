using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>What Alerts reads of a job.</summary>
sealed record JobFacts
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required string Environment { get; init; }

    public required string Service { get; init; }

    public required string Name { get; init; }

    public required string? Schedule { get; init; }

    public required string Timezone { get; init; }

    public required int GraceSeconds { get; init; }

    public required int? MaxRuntimeSeconds { get; init; }

    public required int? HeartbeatSeconds { get; init; }

    public required int? MaxWaitSeconds { get; init; }

    public required int? ProgressSeconds { get; init; }

    public required int? MinRuntimeSeconds { get; init; }

    public required string? PartialTolerance { get; init; }

    public required Severity Severity { get; init; }

    public required string Labels { get; init; }

    public required string Description { get; init; }

    public required string? RunbookUrl { get; init; }
}
