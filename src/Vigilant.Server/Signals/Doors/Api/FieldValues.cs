using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>Says what is wrong with the value of a field, and what is right.</summary>
delegate void Complaint(string why);

/// <summary>Reads the values of fields, each with its limits; null when there is a complaint.</summary>
static class FieldValues
{
    public const int LongestText = 1000;
    const int LongestJson = 64 * 1024;
    const int MostNames = 100;

    public static string? Text(JsonElement value, int longest, Complaint complain)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            complain("is a text");
            return null;
        }

        var text = value.GetString()!;
        if (text.Length == 0 || text.Length > longest)
        {
            complain($"has 1 to {longest} characters");
            return null;
        }

        return text;
    }

    // Numbers are ids, too: 42 and "42" are the same.
    public static string? Scalar(JsonElement value, Complaint complain) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => Text(value, LongestText, complain),
    };

    public static double? Number(JsonElement value, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        complain("is a number");
        return null;
    }

    public static int? Whole(JsonElement value, int least, int most, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        complain($"is a whole number from {least} to {most}");
        return null;
    }

    public static bool? Flag(JsonElement value, Complaint complain)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        complain("is true or false");
        return null;
    }

    public static DateTimeOffset? Time(JsonElement value, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var at) && at.Year is > 1970 and < 3000)
        {
            return at;
        }

        complain("is a time with its zone, as in 2026-11-21T06:00:00Z");
        return null;
    }

    public static Guid? Id(JsonElement value, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id))
        {
            return id;
        }

        complain("is our id of a run");
        return null;
    }

    public static JsonNode? Anything(JsonElement value, Complaint complain)
    {
        var text = value.GetRawText();
        if (text.Length > LongestJson)
        {
            complain($"has at most {LongestJson / 1024} kB");
            return null;
        }

        return JsonNode.Parse(text);
    }

    public static JsonObject? Names(JsonElement value, Complaint complain)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            complain("is an object of names and values");
            return null;
        }

        var names = new JsonObject();
        foreach (var one in value.EnumerateObject())
        {
            if (names.Count == MostNames || one.Name.Length is 0 or > MostNames)
            {
                complain($"has at most {MostNames} names of 1 to {MostNames} characters");
                return null;
            }

            names[one.Name] = Scalar(one.Value, why => complain($"of {one.Name} {why}"));
        }

        return names;
    }

    public static JsonArray? Resources(JsonElement value, Complaint complain)
    {
        const string shape = "is a list of resources, as in [{\"kind\": \"TaskPlan\", \"id\": \"42\"}]";
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostNames)
        {
            complain(value.ValueKind == JsonValueKind.Array ? $"has at most {MostNames} resources" : shape);
            return null;
        }

        var resources = new JsonArray();
        foreach (var one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("kind", out var kind) || !one.TryGetProperty("id", out var id))
            {
                complain(shape);
                return null;
            }

            resources.Add(new JsonObject { ["kind"] = Scalar(kind, complain), ["id"] = Scalar(id, complain) });
        }

        return resources;
    }
}
