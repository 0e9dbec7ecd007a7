namespace Vigilant.Server.Hosting;

static partial class HostingLog
{
    [LoggerMessage(1002, LogLevel.Error, "{Pass} failed; next try in {Rest}")]
    public static partial void PassFailed(this ILogger log, Exception error, string pass, TimeSpan rest);

    [LoggerMessage(1090, LogLevel.Error, "A request to {Endpoint} broke")]
    public static partial void RequestBroke(this ILogger log, Exception error, string? endpoint);
}
