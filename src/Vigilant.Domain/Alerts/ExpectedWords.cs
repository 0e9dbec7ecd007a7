using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Alerts;

/// <summary>What was expected when an alert opened, in sentences.</summary>
public static class ExpectedWords
{
    public static string Of(OpenAlert alert, Expectation job) => (alert.Class, job) switch
    {
        (AlertClass.Missed, _) => $"A success by {Words.Instant(alert.OpenedAt)}. {Schedule(job)}",
        (AlertClass.Overrun, { MaxRuntime: { } longest }) =>
            $"The end of the run within {Words.Length(longest)} of its start. {Schedule(job)}",
        (AlertClass.Stalled, { Heartbeat: { } sign, Progress: { } every }) =>
            $"A sign of life at least every {Words.Length(sign)} while it runs, and progress every {Words.Length(every)}. {Schedule(job)}",
        (AlertClass.Stalled, { Progress: { } every }) => $"Progress at least every {Words.Length(every)} while it runs. {Schedule(job)}",
        (AlertClass.Stalled, { Heartbeat: { } every }) =>
            $"A sign of life at least every {Words.Length(every)} while it runs. {Schedule(job)}",
        (AlertClass.Waiting, { MaxWait: { } longest }) => $"The start of the run within {Words.Length(longest)}. {Schedule(job)}",
        (AlertClass.Partial, { Tolerance: { } most, MinRuntime: { } least }) =>
            $"A success that takes at least {Words.Length(least)} and in which at most {most.Words} failed. {Schedule(job)}",
        (AlertClass.Partial, { MinRuntime: { } least }) => $"A success that takes at least {Words.Length(least)}. {Schedule(job)}",
        (AlertClass.Partial, { Tolerance: { } most }) => $"A success in which at most {most.Words} failed. {Schedule(job)}",
        _ => $"A run that succeeds. {Schedule(job)}",
    };

    static string Schedule(Expectation job) => job.Schedule is null
        ? "It runs on demand."
        : $"Schedule: {job.Schedule.Describe()}{Grace(job.Grace)}.";

    static string Grace(TimeSpan grace) => grace == TimeSpan.Zero ? "" : $", with {Words.Length(grace)} of grace";
}
