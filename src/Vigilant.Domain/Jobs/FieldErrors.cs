namespace Vigilant.Domain.Jobs;

/// <summary>What is wrong with a request, by field, in the order in which it was found.</summary>
public sealed class FieldErrors
{
    readonly Dictionary<string, List<string>> _byField = [];

    /// <summary>Nothing is.</summary>
    public bool None => _byField.Count == 0;

    /// <summary>Whether a field is known to be wrong.</summary>
    public bool Has(string field) => _byField.ContainsKey(field);

    /// <summary>Adds a sentence that says what is allowed.</summary>
    public void Add(string field, string why)
    {
        if (!_byField.TryGetValue(field, out var found))
        {
            _byField[field] = found = [];
        }

        found.Add(why);
    }

    /// <summary>Adds <paramref name="why"/> when there is something to say.</summary>
    public void AddIf(string field, string? why)
    {
        if (why is not null)
        {
            Add(field, why);
        }
    }

    /// <summary>Takes over what others found, where this has not found anything on the field itself.</summary>
    public void AddMissing(FieldErrors others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var (field, found) in others._byField)
        {
            _byField.TryAdd(field, found);
        }
    }

    /// <summary>All of it in one line, for those who are shown no fields.</summary>
    public string ToText() =>
        string.Join("; ", _byField.SelectMany(field => field.Value.Select(why => $"{field.Key} {why}")));

    /// <summary>As problem details carry them.</summary>
    public Dictionary<string, string[]> ToDictionary() =>
        _byField.ToDictionary(field => field.Key, field => field.Value.ToArray());
}
