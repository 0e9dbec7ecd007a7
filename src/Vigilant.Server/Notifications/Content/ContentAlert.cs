namespace Vigilant.Server.Notifications.Content;

sealed record ContentAlert
{
    public string? State { get; init; }

    public string? Class { get; init; }

    public string? Severity { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public int? MissedCount { get; init; }

    public bool? Unconfirmed { get; init; }

    public string? Url { get; init; }
}
