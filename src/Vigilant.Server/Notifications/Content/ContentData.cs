namespace Vigilant.Server.Notifications.Content;

sealed record ContentData
{
    public ContentAlert? Alert { get; init; }

    public ContentJob? Job { get; init; }

    public string? Expected { get; init; }

    public string? Came { get; init; }

    public string? OutputTail { get; init; }

    public IReadOnlyList<ContentRun>? LastRuns { get; init; }

    public ContentUndelivered? Undelivered { get; init; }

    /// <summary>Only in a test.</summary>
    public ContentChannel? Channel { get; init; }
}
