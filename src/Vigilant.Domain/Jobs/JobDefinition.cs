using Vigilant.Domain.Alerts;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Jobs;

/// <summary>What a job should be, checked and with its defaults filled in; made by <see cref="JobRules"/>.</summary>
public sealed record JobDefinition
{
    /// <summary>The service that owns the job.</summary>
    public required string Service { get; init; }

    /// <summary>The name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Where it runs.</summary>
    public required string Environment { get; init; }

    /// <summary>The name in ping addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The text of its schedule; null: on demand.</summary>
    public required string? Schedule { get; init; }

    /// <summary>A name of the tz database.</summary>
    public required string Timezone { get; init; }

    /// <summary>Seconds after its time.</summary>
    public required int GraceSeconds { get; init; }

    /// <summary>Seconds before its time.</summary>
    public required int EarlySeconds { get; init; }

    /// <summary>Seconds from start; null: any.</summary>
    public required int? MaxRuntimeSeconds { get; init; }

    /// <summary>Seconds of silence; null: any.</summary>
    public required int? HeartbeatSeconds { get; init; }

    /// <summary>Seconds from making or queueing to start; null: any.</summary>
    public int? MaxWaitSeconds { get; init; }

    /// <summary>Seconds without progress; null: any.</summary>
    public int? ProgressSeconds { get; init; }

    /// <summary>Seconds from start; null: any.</summary>
    public int? MinRuntimeSeconds { get; init; }

    /// <summary>Of a run's items; null: any.</summary>
    public PartialTolerance? PartialTolerance { get; init; }

    /// <summary>How much its alerts matter.</summary>
    public required Severity Severity { get; init; }

    /// <summary>By key.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What the job does.</summary>
    public required string Description { get; init; }

    /// <summary>Where it says what to do.</summary>
    public required string? RunbookUrl { get; init; }

    /// <summary>Whether anything is expected.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Names or ids; null: all.</summary>
    public required IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Of which runs a row is kept.</summary>
    public Tracking Tracking { get; init; }

    /// <summary>How long runs are kept, by state; null: as its service and project say.</summary>
    public IReadOnlyDictionary<string, string>? Retention { get; init; }

    /// <summary>Whether the expectation starts anew when a job that was this becomes <paramref name="other"/>.</summary>
    public bool ExpectsOtherThan(JobDefinition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Schedule, Timezone, GraceSeconds, Enabled)
            != (other.Schedule, other.Timezone, other.GraceSeconds, other.Enabled);
    }
}
