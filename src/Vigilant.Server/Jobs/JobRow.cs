using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Jobs;

/// <summary>A job as it is stored, with what the rules know of it.</summary>
sealed record JobRow
{
    public required Guid Id { get; init; }

    public required JobDefinition Definition { get; init; }

    public required JobPause? Pause { get; init; }

    public required JobHealth Health { get; init; }

    public required long SignalCount { get; init; }

    public required DateTimeOffset? LastSignalAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset? DeadlineAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public Job ToContract(Uri publicAddress) => new()
    {
        Id = Id,
        Service = Definition.Service,
        Name = Definition.Name,
        Environment = Definition.Environment,
        Slug = Definition.Slug,
        PingUrl = new Uri(publicAddress, $"ping/{Id}"),
        Schedule = Definition.Schedule,
        Timezone = Definition.Timezone,
        GraceSeconds = Definition.GraceSeconds,
        EarlySeconds = Definition.EarlySeconds,
        MaxRuntimeSeconds = Definition.MaxRuntimeSeconds,
        HeartbeatSeconds = Definition.HeartbeatSeconds,
        MaxWaitSeconds = Definition.MaxWaitSeconds,
        ProgressSeconds = Definition.ProgressSeconds,
        MinRuntimeSeconds = Definition.MinRuntimeSeconds,
        PartialTolerance = Definition.PartialTolerance?.ToString(),
        Severity = Words.Of(Definition.Severity),
        Labels = Definition.Labels,
        Description = Definition.Description,
        RunbookUrl = Definition.RunbookUrl,
        Enabled = Definition.Enabled,
        Channels = Definition.Channels,
        Tracking = Definition.Tracking.Word(),
        Retention = Definition.Retention,
        Paused = Pause,
        Health = Health,
        SignalCount = SignalCount,
        LastSignalAt = LastSignalAt,
        NextDueAt = DueAt,
        DeadlineAt = DeadlineAt,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
