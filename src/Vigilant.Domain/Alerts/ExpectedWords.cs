namespace Vigilant.Domain.Alerts;

/// <summary>What was expected when an alert opened, in sentences.</summary>
public static class ExpectedWords
{
    public static string Of(OpenAlert alert, JobExpectation job) => alert.Class switch
    {
        AlertClass.Missed => $"A success by {Clock.Of(alert.OpenedAt)}. {Schedule(job)}",
        AlertClass.Overrun when job.MaxRuntimeSeconds is { } seconds =>
            $"The end of the run within {Length(seconds)} of its start. {Schedule(job)}",
        AlertClass.Stalled when job.HeartbeatSeconds is { } seconds =>
            $"A sign of life at least every {Length(seconds)} while it runs. {Schedule(job)}",
        _ => $"A run that succeeds. {Schedule(job)}",
    };

    static string Schedule(JobExpectation job) => job.Schedule is null
        ? "It runs on demand."
        : $"Schedule: {job.Schedule}{Grace(job.GraceSeconds)}.";

    static string Grace(int seconds) => seconds == 0 ? "" : $", with {Length(seconds)} of grace";

    static string Length(int seconds) => Elapsed.InWords(TimeSpan.FromSeconds(seconds));
}
