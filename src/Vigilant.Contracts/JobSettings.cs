namespace Vigilant.Contracts;

/// <summary>What should happen: the body of <c>PUT /v1/services/{service}/jobs/{job}</c>. What is left out takes its default.</summary>
public sealed record JobSettings
{
    /// <summary>"every 30s", "every 1d" (1 second to 1 year) or five cron fields; null: the job runs on demand.</summary>
    public string? Schedule { get; init; }

    /// <summary>The zone of a cron schedule, a name of the tz database. UTC by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>How long after its time a success may come, in seconds: 0 to 31536000. 3600 by default for cron and on demand; a fifth of a period, at least 1 and at most 3600.</summary>
    public int? GraceSeconds { get; init; }

    /// <summary>How long before its slot a success already counts for it, in seconds: 0 to 31536000. 0 by default.</summary>
    public int? EarlySeconds { get; init; }

    /// <summary>How long a run may take from its start, in seconds: 1 to 31536000; null: any time.</summary>
    public int? MaxRuntimeSeconds { get; init; }

    /// <summary>The longest silence of a run in progress, in seconds: 1 to 31536000; null: it need not give signs of life.</summary>
    public int? HeartbeatSeconds { get; init; }

    /// <summary>How long a run may wait for its start, from when it was queued or else made, in seconds: 1 to 31536000; null: any time.</summary>
    public int? MaxWaitSeconds { get; init; }

    /// <summary>The longest time in which the progress of a run that has started may stay the same, in seconds: 1 to 31536000; null: any time. Signs of life are no progress.</summary>
    public int? ProgressSeconds { get; init; }

    /// <summary>What a run that did its work takes at least, in seconds: 1 to 31536000, and less than max_runtime_seconds; null: any time.</summary>
    public int? MinRuntimeSeconds { get; init; }

    /// <summary>How many of its items may have failed for a success to count: a number of them ("10"), or a part of those processed ("2.5%"); null: any number.</summary>
    public string? PartialTolerance { get; init; }

    /// <summary>Where the job runs; "production" by default. May also be given in the query.</summary>
    public string? Environment { get; init; }

    /// <summary>How much its alerts matter: info, warning, critical (the default) or fatal.</summary>
    public string? Severity { get; init; }

    /// <summary>At most 64 labels: keys of 1 to 63 characters, values of at most 256.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What the job does, at most 4000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where it says what to do when the job fails: an absolute http or https address.</summary>
    public string? RunbookUrl { get; init; }

    /// <summary>False: nothing is expected of the job, and it is grey. True by default.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Names or ids of the channels that hear of its alerts; null: all of the project; empty: none.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Of which runs a row is kept when they have ended: full (the default), failures or none.</summary>
    public string? Tracking { get; init; }

    /// <summary>How long runs are kept, by the state they ended in: lengths as in 2d, or forever; other: every state not named. Null: as the service and the project say.</summary>
    public IReadOnlyDictionary<string, string>? Retention { get; init; }

    /// <summary>The name in ping addresses, unique in the project: lower-case letters, digits, _ and -, at most 100. "service-job" by default.</summary>
    public string? Slug { get; init; }
}
