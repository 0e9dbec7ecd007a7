using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Jobs;

/// <summary>Which jobs of a project to read; null or empty: whatever they have there.</summary>
sealed record JobFilter
{
    public string? Service { get; init; }

    public string? Environment { get; init; }

    public string? Name { get; init; }

    public Guid? Id { get; init; }

    public IReadOnlyList<Colour> Colours { get; init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Somewhere in service, name, slug or description, in any case of letters.</summary>
    public string? Text { get; init; }
}
