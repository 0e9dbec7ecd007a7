namespace Vigilant.Server.Access;

static partial class AccessLog
{
    // The one place where a key is shown, once in its life: only its hash is kept.
    [LoggerMessage(2001, LogLevel.Information,
        "The first project was made. Its API key, shown only now: {ApiKey}")]
    public static partial void ApiKeyMade(this ILogger log, string apiKey);
}
