using System.Text.Json.Nodes;

namespace Vigilant.Server.Runs;

/// <summary>What a run can be found by, as texts: those that <c>marks_of</c> of the database takes out of the details, too.</summary>
static class RunMarks
{
    const char Separator = '\u001f';

    static readonly string[] Ids = ["provider_id", "correlation_id", "host", "queue", "runner", "trace_id", "parent_id", "retry_of"];

    /// <summary>The texts with a separator between them; null when one of them holds a separator itself.</summary>
    public static string? Of(JsonObject details)
    {
        var marks = new List<string>();
        if (details["resources"] is JsonArray resources)
        {
            marks.AddRange(resources.Select(one => $"resource {one!["kind"]} {one["id"]}"));
        }

        AddNamed(marks, "argument", details["arguments"]);
        AddNamed(marks, "label", details["labels"]);
        foreach (var name in Ids)
        {
            if (details[name] is { } value)
            {
                marks.Add($"{name} {value}");
            }
        }

        if (details.ContainsKey("kill"))
        {
            marks.Add("kill_requested");
        }

        return marks.Exists(mark => mark.Contains(Separator, StringComparison.Ordinal)) ? null : string.Join(Separator, marks);
    }

    static void AddNamed(List<string> marks, string kind, JsonNode? names)
    {
        if (names is JsonObject values)
        {
            marks.AddRange(values.Select(one => $"{kind} {one.Key} {one.Value}"));
        }
    }
}
