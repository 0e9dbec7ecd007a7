namespace Vigilant.Server.Detection;

static partial class DetectionLog
{
    [LoggerMessage(4001, LogLevel.Warning, "From {From:u} to {Until:u} {Reason}; what could have come then is not held against any job")]
    public static partial void GapNoted(this ILogger log, DateTimeOffset from, DateTimeOffset until, string reason);

    [LoggerMessage(4002, LogLevel.Warning, "The database's clock stepped forwards by {Step}; this node follows it")]
    public static partial void ClockStepped(this ILogger log, TimeSpan step);
}
