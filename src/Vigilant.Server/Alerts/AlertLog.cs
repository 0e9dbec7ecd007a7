using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

static partial class AlertLog
{
    [LoggerMessage(5001, LogLevel.Debug, "Job {Job}: {Decision} because {Why}: {Reason}")]
    public static partial void Decided(this ILogger log, Guid job, string decision, AlertReason why, string reason);

    [LoggerMessage(5002, LogLevel.Information, "Job {Job} was deleted; its {Count} waiting verdicts were dropped")]
    public static partial void VerdictsOfDeletedJob(this ILogger log, Guid job, int count);

    [LoggerMessage(5003, LogLevel.Error, "The verdicts of job {Job} could not be evaluated; they are tried again later")]
    public static partial void VerdictsParked(this ILogger log, Exception error, Guid job);

    [LoggerMessage(5004, LogLevel.Information, "Alert {Alert} was acknowledged by {Who}")]
    public static partial void Acknowledged(this ILogger log, Guid alert, string who);

    [LoggerMessage(5005, LogLevel.Information, "Alert {Alert} was resolved by hand by {Who}")]
    public static partial void ResolvedByHand(this ILogger log, Guid alert, string who);

    [LoggerMessage(5006, LogLevel.Information, "{Count} alerts of deleted jobs were closed")]
    public static partial void ClosedOfDeletedJobs(this ILogger log, int count);
}
