namespace Vigilant.Server.Notifications.Content;

sealed record ContentChannel
{
    public string? Name { get; init; }

    public string? Kind { get; init; }
}
