namespace Vigilant.Contracts;

/// <summary>A job at the moment of a message.</summary>
public sealed record JobSnapshot
{
    /// <summary>Stays the same for the life of the job.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service that owns it.</summary>
    public required string Service { get; init; }

    /// <summary>Its name within the service.</summary>
    public required string Name { get; init; }

    /// <summary>Where it runs.</summary>
    public required string Environment { get; init; }

    /// <summary>Its owner's own marks.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>What to do when it fails.</summary>
    public string? RunbookUrl { get; init; }

    /// <summary>A period or cron; null: on demand.</summary>
    public string? Schedule { get; init; }

    /// <summary>The zone of the schedule, by its tz database name.</summary>
    public required string Timezone { get; init; }

    /// <summary>How late it may be, in seconds.</summary>
    public required int GraceSeconds { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }
}
