namespace Vigilant.Server.Runs;

static partial class RunLog
{
    [LoggerMessage(3001, LogLevel.Error, "A signal of job {Job} could not be written; its sender was told to try again")]
    public static partial void SignalRefused(this ILogger log, Exception error, Guid job);

    [LoggerMessage(3010, LogLevel.Error, "The operation {Operation} cannot go on; its page and /v1 say so")]
    public static partial void OperationFailed(this ILogger log, Exception error, Guid operation);
}
