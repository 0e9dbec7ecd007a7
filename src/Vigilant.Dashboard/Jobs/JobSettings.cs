using Vigilant.Dashboard.Layout;

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
    DateTimeOffset CreatedAt);
