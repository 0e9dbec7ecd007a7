namespace Vigilant.Server.Notifications.Content;

sealed record ContentJob
{
    public string? Service { get; init; }

    public string? Name { get; init; }

    public string? Environment { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? Description { get; init; }

    public string? RunbookUrl { get; init; }

    public string? Schedule { get; init; }

    public string? Timezone { get; init; }

    public double? GraceSeconds { get; init; }

    public string? Url { get; init; }
}
