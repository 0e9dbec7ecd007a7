namespace Vigilant.Server.Notifications.Content;

sealed record ContentRun
{
    public string? State { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public double? DurationMs { get; init; }

    public int? ExitStatus { get; init; }
}
