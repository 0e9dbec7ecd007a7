namespace Vigilant.Dashboard.Alerts;

/// <summary>An alert as lists show it.</summary>
/// <param name="State"><c>firing</c>, <c>acknowledged</c> or <c>resolved</c>.</param>
/// <param name="Told">How many of its notifications were delivered.</param>
/// <param name="Untold">How many were given up, or failed and are tried again.</param>
public sealed record AlertRow(
    Guid Id,
    Guid JobId,
    string Service,
    string Job,
    string Environment,
    string State,
    string Class,
    string Severity,
    string Reason,
    int Missed,
    bool Unconfirmed,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy,
    string? Note,
    DateTimeOffset? ResolvedAt,
    string? ResolvedBy,
    string? Resolution,
    int Told,
    int Untold);
