namespace Vigilant.Domain.Jobs;

/// <summary>What labels may look like.</summary>
static class LabelRules
{
    const int Most = 64;
    const int LongestKey = 63;
    const int LongestValue = 256;

    public static void Check(IReadOnlyDictionary<string, string>? labels, FieldErrors errors)
    {
        if (labels is null)
        {
            return;
        }

        if (labels.Count > Most)
        {
            errors.Add("labels", $"must be at most {Most}, were {labels.Count}");
            return;
        }

        foreach (var (key, value) in labels)
        {
            errors.AddIf("labels", Refuse(key, value));
        }
    }

    static string? Refuse(string key, string? value) => (key, value) switch
    {
        ({ Length: 0 or > LongestKey }, _) => $"a key must have 1 to {LongestKey} characters, one had {key.Length}",
        (_, null) => $"the value of '{key}' must be text, was null",
        (_, { Length: > LongestValue }) =>
            $"the value of '{key}' must have at most {LongestValue} characters, had {value.Length}",
        _ when !JobNames.IsPrintable(key) || !JobNames.IsPrintable(value) =>
            "keys and values must be printable text, one is not",
        _ => null,
    };
}
