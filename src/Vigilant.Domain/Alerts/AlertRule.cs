using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Alerts;

/// <summary>Decides what a verdict does to a job's alert.</summary>
public static class AlertRule
{
    /// <param name="open">The job's open alert, or null when it has none.</param>
    /// <param name="verdict">The next verdict of the job, in their order.</param>
    /// <param name="severity">What the job's settings say now.</param>
    public static AlertDecision Decide(OpenAlert? open, Verdict verdict, Severity severity) => (open, IsWell(verdict)) switch
    {
        (null, true) => new AlertDecision.Nothing(NoAlertBecause(verdict)),
        (null, false) => new AlertDecision.Opened(AlertReason.ProblemBegan, Told(verdict, severity, verdict.At)),
        (_, true) => Resolve(open, verdict),
        (_, false) => Update(open, verdict, severity),
    };

    // Paused and disabled jobs are grey whatever problem they have: nobody is to be told of it.
    static bool IsWell(Verdict verdict) => verdict.Problem == Problem.None || verdict.Colour == Colour.Grey;

    static AlertReason NoAlertBecause(Verdict verdict) =>
        verdict.Colour == Colour.Grey ? AlertReason.NotWatched : AlertReason.NothingOpen;

    static OpenAlert Told(Verdict verdict, Severity severity, DateTimeOffset openedAt) => new(
        AlertClassRule.Classify(verdict.Problem, verdict.ExitStatus),
        severity,
        verdict.Reason,
        verdict.MissedCount,
        verdict.Unconfirmed,
        openedAt);

    static AlertDecision Update(OpenAlert open, Verdict verdict, Severity severity)
    {
        // What was certain once stays certain: a later verdict made without hearing every node takes nothing back.
        var told = Told(verdict, severity, open.OpenedAt) with { Unconfirmed = open.Unconfirmed && verdict.Unconfirmed };
        return told == open
            ? new AlertDecision.Nothing(AlertReason.SaysTheSame)
            : new AlertDecision.Updated(WhatChanged(open, told), told);
    }

    static AlertReason WhatChanged(OpenAlert open, OpenAlert told)
    {
        if (open.Class != told.Class)
        {
            return AlertReason.ClassChanged;
        }

        if (open.MissedCount < told.MissedCount)
        {
            return AlertReason.MissedMore;
        }

        return open.Unconfirmed && !told.Unconfirmed ? AlertReason.Confirmed : AlertReason.ToldAnew;
    }

    static AlertDecision.Resolved Resolve(OpenAlert open, Verdict verdict)
    {
        var why = ResolutionRule.WhyResolved(open, verdict);
        var at = verdict.At > open.OpenedAt ? verdict.At : open.OpenedAt;
        var missed = Math.Max(open.MissedCount, verdict.MissedCount);
        return new AlertDecision.Resolved(
            why,
            ResolutionRule.By(why),
            ResolutionRule.Describe(why, verdict.Reason, missed, at - open.OpenedAt),
            at,
            missed);
    }
}
