using System.Text.Json;

namespace Vigilant.Contracts;

/// <summary>Something that somebody did.</summary>
/// <param name="Id">Ours; it sorts by time.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Who">Who asked, as they said.</param>
/// <param name="Why">And why.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done with: <c>operation</c>.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Details">Of an operation: its filter, or how many ids, and its labels.</param>
/// <param name="Changed">How many were changed; null while it goes on.</param>
public sealed record AuditEntry(
    Guid Id, DateTimeOffset At, string? Who, string? Why, string Action, string Subject, Guid SubjectId, JsonElement? Details, long? Changed);
