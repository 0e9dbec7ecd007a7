using System.Text.Json.Nodes;

namespace Vigilant.Server.Access;

/// <summary>What somebody did, for the audit.</summary>
/// <param name="Subject">What kind of thing it was done with.</param>
sealed record AuditNote(string Action, string Subject, Guid SubjectId, string? Who, string? Why, JsonNode? Details);
