using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Operations;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>A filter of runs as JSON: the names of GET /v1/runs, each with a list of texts.</summary>
static class StoredFilter
{
    static readonly string[] OfLists = ["limit", "cursor", "order"];

    /// <summary>Takes texts, numbers, booleans and lists of them; what else is given is complained of.</summary>
    public static JsonObject Of(JsonElement given, Action<string, string> complain)
    {
        var filter = new JsonObject();
        if (given.ValueKind != JsonValueKind.Object)
        {
            complain("filter", "is an object, as in {\"state\": \"queued\", \"job\": \"billing/import\"}");
            return filter;
        }

        foreach (var one in given.EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null))
        {
            var values = one.Value.ValueKind == JsonValueKind.Array ? [.. one.Value.EnumerateArray()] : new[] { one.Value };
            if (OfLists.Contains(one.Name))
            {
                complain($"filter.{one.Name}", "is about pages of a list and says nothing of which runs; leave it out");
            }
            else if (values.Length == 0 || !Array.TrueForAll(values, IsValue))
            {
                complain($"filter.{one.Name}", "is a text, a number, true, false, or a list of these that is not empty");
            }
            else
            {
                filter[one.Name] = new JsonArray([.. values.Select(value => JsonValue.Create(Text(value)))]);
            }
        }

        return filter;
    }

    /// <summary>From the query of a list's address.</summary>
    public static JsonObject Of(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var filter = new JsonObject();
        foreach (var (name, values) in query.Where(one => !OfLists.Contains(one.Key)))
        {
            filter[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        return filter;
    }

    /// <summary>What it means for an action, which is about some states only.</summary>
    /// <param name="all">It may mean every run of the project.</param>
    public static RunFilter Read(JsonObject filter, RunAction action, bool all, FieldErrors errors)
    {
        var own = new FieldErrors();
        var read = RunFilterReader.Read(
            filter.Select(one => KeyValuePair.Create(one.Key, new StringValues([.. one.Value!.AsArray().Select(value => (string?)value)]))), own);
        foreach (var (field, why) in own.ToDictionary().SelectMany(field => field.Value.Select(why => (field.Key, why))))
        {
            errors.Add($"filter.{field}", why);
        }

        if (read.MeansEverything && !all && own.None)
        {
            errors.Add("filter", "means every run of the project; narrow it, or say \"all\": true");
        }

        var states = action.Narrow(read.States);
        if (states.Count == 0 && own.None)
        {
            errors.Add("filter.state", action == RunAction.RequestKill
                ? "names only states of runs that have ended, and only runs in progress can be asked to be killed"
                : $"names only states of runs in progress, and {action.Word()} is about runs that have ended");
        }

        read.States.Clear();
        read.States.AddRange(states);
        return read;
    }

    static bool IsValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
