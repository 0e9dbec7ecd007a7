namespace Vigilant.Server.Runs;

static partial class RunLog
{
    [LoggerMessage(3001, LogLevel.Error, "A signal of job {Job} could not be written; its sender was told to try again")]
    public static partial void SignalRefused(this ILogger log, Exception error, Guid job);
}
