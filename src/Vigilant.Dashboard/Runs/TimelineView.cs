using Microsoft.AspNetCore.Http;

namespace Vigilant.Dashboard.Runs;

/// <summary>Which runs the timeline draws; lives in the address.</summary>
public sealed record TimelineView(TimeRange Range, string? Service = null, string? Environment = null)
{
    public const string Path = "runs/timeline";

    /// <summary>What the address says beside the time.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Others => [new("service", Service), new("environment", Environment)];

    public static TimelineView Of(IQueryCollection query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(TimeRange.Of(query, now), One(query, "service"), One(query, "environment"));
    }

    static string? One(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 200)] : null;
}
