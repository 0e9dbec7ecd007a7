using System.Text.Json.Nodes;
using Vigilant.Domain.Operations;

namespace Vigilant.Server.Runs.Operations;

/// <summary>An operation as somebody asked for it, and sound.</summary>
/// <param name="Filter">Names and lists of values, as GET /v1/runs takes them; null: <paramref name="Ids"/> say which runs.</param>
sealed record OperationDraft(RunAction Action, JsonObject? Filter, Guid[]? Ids, JsonObject? Labels, string? Who, string? Why);
