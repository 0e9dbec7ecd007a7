namespace Vigilant.Server.Notifications.Content;

sealed record ContentUndelivered
{
    public string? Event { get; init; }

    public string? Why { get; init; }

    public ContentChannel? Channel { get; init; }
}
