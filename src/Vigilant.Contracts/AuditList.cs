namespace Vigilant.Contracts;

/// <summary>What was done in the project, the latest first.</summary>
/// <param name="Audit">At most as many as asked for.</param>
/// <param name="Next">The cursor of the next page; null: there is none.</param>
public sealed record AuditList(IReadOnlyList<AuditEntry> Audit, string? Next);
