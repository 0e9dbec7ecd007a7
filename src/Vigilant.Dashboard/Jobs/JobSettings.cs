using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>What was set for a job.</summary>
/// <param name="Channels">Whom its alerts go to; null: to every channel.</param>
public sealed record JobSettings(
    string Slug,
    string PingKey,
    string? Schedule,
    string Timezone,
    TimeSpan Grace,
    TimeSpan Early,
    TimeSpan? MaxRuntime,
    TimeSpan? Heartbeat,
    string Severity,
    string Description,
    string? RunbookUrl,
    bool Enabled,
    ValueList<string>? Channels,
    DateTimeOffset CreatedAt)
{
    /// <summary>How long a run may wait for its start.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>How long the progress of a run may stay the same.</summary>
    public TimeSpan? Progress { get; init; }

    /// <summary>What a run that did its work takes at least.</summary>
    public TimeSpan? MinRuntime { get; init; }

    /// <summary>How many of its items may have failed for a success to count.</summary>
    public PartialTolerance? Tolerance { get; init; }
}
