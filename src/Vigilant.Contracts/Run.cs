using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vigilant.Contracts;

/// <summary>One execution of a job.</summary>
public sealed record Run
{
    /// <summary>Ours; it sorts by the time of making.</summary>
    public required Guid Id { get; init; }

    /// <summary>As in <c>billing/import</c>.</summary>
    public required string Job { get; init; }

    /// <summary>Where the job belongs.</summary>
    public required string Environment { get; init; }

    /// <summary>The sender's own id of the run.</summary>
    public string? CallerId { get; init; }

    /// <summary>created, queued, started, succeeded, failed, timed_out, killed, missed, skipped or unknown.</summary>
    public required string State { get; init; }

    /// <summary>Which try the times below are of, beginning with 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it was first told of.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was put into a queue.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it came into the state that it ended in.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When somebody first asked that it be killed.</summary>
    public DateTimeOffset? KillRequestedAt { get; init; }

    /// <summary>The nominal time that it was for.</summary>
    public DateTimeOffset? SlotAt { get; init; }

    /// <summary>From start to end, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>From its making to its start, in milliseconds.</summary>
    public long? WaitMs { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double? Progress { get; init; }

    /// <summary>0 to 255 from a shell; any small number from a program.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why it ended as it did.</summary>
    public string? Reason { get; init; }

    /// <summary>What was wrong with it beside its state: overrun, stalled, waiting, partial or too_fast.</summary>
    public string? Mark { get; init; }

    /// <summary>
    /// Everything else that was told of it, by the names it was told under: arguments, resources, labels, host and so on; data,
    /// errors, steps and earlier attempts only where one run is asked for.
    /// </summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Details { get; } = [];
}
