namespace Vigilant.Contracts;

/// <summary>A job: its settings with their defaults filled in, and how it is.</summary>
public sealed record Job
{
    /// <summary>Never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service that owns the job.</summary>
    public required string Service { get; init; }

    /// <summary>The name of the job, unique in its service and environment.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("job")]
    public required string Name { get; init; }

    /// <summary>Where the job runs.</summary>
    public required string Environment { get; init; }

    /// <summary>The name in ping addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Where the job reports: a request to this address says that it succeeded.</summary>
    public required Uri PingUrl { get; init; }

    /// <summary>A period or five cron fields; null: on demand.</summary>
    public required string? Schedule { get; init; }

    /// <summary>The zone of a cron schedule.</summary>
    public required string Timezone { get; init; }

    /// <summary>How long after its time a success may come, in seconds.</summary>
    public required int GraceSeconds { get; init; }

    /// <summary>How long before its slot a success already counts for it, in seconds.</summary>
    public required int EarlySeconds { get; init; }

    /// <summary>How long a run may take from its start, in seconds; null: any time.</summary>
    public required int? MaxRuntimeSeconds { get; init; }

    /// <summary>The longest silence of a run in progress, in seconds; null: it need not give signs of life.</summary>
    public required int? HeartbeatSeconds { get; init; }

    /// <summary>How long a run may wait for its start, in seconds; null: any time.</summary>
    public required int? MaxWaitSeconds { get; init; }

    /// <summary>The longest time in which the progress of a run may stay the same, in seconds; null: any time.</summary>
    public required int? ProgressSeconds { get; init; }

    /// <summary>What a run that did its work takes at least, in seconds; null: any time.</summary>
    public required int? MinRuntimeSeconds { get; init; }

    /// <summary>How many of its items may have failed for a success to count, as in "10" or "2.5%"; null: any number.</summary>
    public required string? PartialTolerance { get; init; }

    /// <summary>How much its alerts matter: info, warning, critical or fatal.</summary>
    public required string Severity { get; init; }

    /// <summary>Labels by key.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What the job does.</summary>
    public required string Description { get; init; }

    /// <summary>Where it says what to do when the job fails.</summary>
    public required string? RunbookUrl { get; init; }

    /// <summary>False: nothing is expected of the job.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The channels that hear of its alerts, as they were given; null: all of the project.</summary>
    public required IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Of which runs a row is kept: full, failures or none.</summary>
    public required string Tracking { get; init; }

    /// <summary>How long runs are kept, by state; null: as the service and the project say.</summary>
    public required IReadOnlyDictionary<string, string>? Retention { get; init; }

    /// <summary>Who stopped the expectation, and why; null: nobody.</summary>
    public required JobPause? Paused { get; init; }

    /// <summary>How the job is.</summary>
    public required JobHealth Health { get; init; }

    /// <summary>How many signals the job has ever sent.</summary>
    public required long SignalCount { get; init; }

    /// <summary>When the last signal was received; null: none yet.</summary>
    public required DateTimeOffset? LastSignalAt { get; init; }

    /// <summary>When the next success is expected; null: none is.</summary>
    public required DateTimeOffset? NextDueAt { get; init; }

    /// <summary>The moment after which its absence is a problem; null: none is expected.</summary>
    public required DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>When the job was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its settings were last written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
