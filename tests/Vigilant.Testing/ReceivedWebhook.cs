namespace Vigilant.Testing;

public sealed record ReceivedWebhook(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The notification's id.</summary>
    public string Id => Headers["webhook-id"];
}
