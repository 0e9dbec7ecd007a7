using System.Text.Json;

namespace Vigilant.Contracts;

/// <summary>What is done to many runs at once.</summary>
public sealed record Operation
{
    /// <summary>Ours; it sorts by the time of asking.</summary>
    public required Guid Id { get; init; }

    /// <summary>request_kill, delete, label, pin, unpin or ask_retry.</summary>
    public required string Action { get; init; }

    /// <summary>waiting, working, done, cancelled or failed.</summary>
    public required string State { get; init; }

    /// <summary>Which runs: the names of GET /v1/runs, each with a list of values.</summary>
    public JsonElement? Filter { get; init; }

    /// <summary>How many runs were named, where no filter says which.</summary>
    public int? Ids { get; init; }

    /// <summary>What the action label gives.</summary>
    public JsonElement? Labels { get; init; }

    /// <summary>Who asked for it.</summary>
    public string? Who { get; init; }

    /// <summary>And why.</summary>
    public string? Why { get; init; }

    /// <summary>How many runs were found so far.</summary>
    public required long Matched { get; init; }

    /// <summary>There may be more than were found so far.</summary>
    public required bool More { get; init; }

    /// <summary>How many of them were looked at.</summary>
    public required long Done { get; init; }

    /// <summary>How many were changed.</summary>
    public required long Changed { get; init; }

    /// <summary>How many were not, for each reason.</summary>
    public required IReadOnlyDictionary<string, long> Skipped { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody began with it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done, cancelled or failed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many runs were looked at in a second.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }
}
