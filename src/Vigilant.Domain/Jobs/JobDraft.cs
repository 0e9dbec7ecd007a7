namespace Vigilant.Domain.Jobs;

/// <summary>What somebody asked a job to be, unchecked; null: the default.</summary>
public sealed record JobDraft
{
    /// <summary>The service that owns the job.</summary>
    public required string Service { get; init; }

    /// <summary>The name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Where it runs.</summary>
    public string? Environment { get; init; }

    /// <summary>A period or five cron fields.</summary>
    public string? Schedule { get; init; }

    /// <summary>The zone of a cron schedule.</summary>
    public string? Timezone { get; init; }

    /// <summary>Seconds after its time.</summary>
    public int? GraceSeconds { get; init; }

    /// <summary>Seconds before its time.</summary>
    public int? EarlySeconds { get; init; }

    /// <summary>Seconds from start.</summary>
    public int? MaxRuntimeSeconds { get; init; }

    /// <summary>Seconds of silence.</summary>
    public int? HeartbeatSeconds { get; init; }

    /// <summary>Seconds from making or queueing to start.</summary>
    public int? MaxWaitSeconds { get; init; }

    /// <summary>Seconds without progress.</summary>
    public int? ProgressSeconds { get; init; }

    /// <summary>Seconds from start.</summary>
    public int? MinRuntimeSeconds { get; init; }

    /// <summary>A number of items, or a part of them in per cent.</summary>
    public string? PartialTolerance { get; init; }

    /// <summary>The word for it.</summary>
    public string? Severity { get; init; }

    /// <summary>By key.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What the job does.</summary>
    public string? Description { get; init; }

    /// <summary>Where it says what to do.</summary>
    public string? RunbookUrl { get; init; }

    /// <summary>Whether anything is expected.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Names or ids.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>The word for it.</summary>
    public string? Tracking { get; init; }

    /// <summary>Lengths by state.</summary>
    public IReadOnlyDictionary<string, string>? Retention { get; init; }

    /// <summary>The name in ping addresses.</summary>
    public string? Slug { get; init; }
}
