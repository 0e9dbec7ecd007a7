using Vigilant.Domain;
using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>An alert as it is stored.</summary>
sealed record AlertRow
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid JobId { get; init; }

    public required AlertState State { get; init; }

    public required OpenAlert Says { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public Guid? RunId { get; init; }

    public Guid? SignalId { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string? ResolvedBy { get; init; }

    public string? Resolution { get; init; }

    /// <summary>Over, without a verdict: never before it opened.</summary>
    public AlertRow End(string by, string how, DateTimeOffset now)
    {
        var at = now > Says.OpenedAt ? now : Says.OpenedAt;
        return this with
        {
            State = AlertState.Resolved,
            ResolvedAt = at,
            ResolvedBy = by,
            Resolution = $"{how}, {Words.Length(at - Says.OpenedAt)} after it opened",
            UpdatedAt = now,
        };
    }
}
