using System.Text.Json.Nodes;

namespace Vigilant.Testing;

/// <summary>What a server answered.</summary>
/// <param name="Json">The body, when it is JSON.</param>
public sealed record JsonAnswer(int Status, JsonNode? Json, string Text, string? Type)
{
    public JsonNode? this[string field] => Json?[field];

    /// <summary>This answer, if it has the status; else a failure that shows the whole of it.</summary>
    public JsonAnswer With(int status) => Status == status
        ? this
        : throw new InvalidOperationException($"Expected {status}, got {Status}: {Text}");

    /// <summary>The first sentence that problem details have on a field.</summary>
    public string? Error(string field) => (string?)Json?["errors"]?[field]?[0];

    /// <summary>The fields that problem details complain of.</summary>
    public IEnumerable<string> Errors => Json?["errors"]?.AsObject().Select(error => error.Key) ?? [];
}
