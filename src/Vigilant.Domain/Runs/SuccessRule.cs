using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>Whether a run that says that it succeeded is believed: too many of its items failed, or it was too fast to have done its work.</summary>
static class SuccessRule
{
    /// <param name="run">The run before its end.</param>
    /// <param name="gaps">The times in which a start could have been refused, and told only later.</param>
    public static Success Judge(ActiveRun run, Expectation expectation, in Signal signal, IReadOnlyList<Gap> gaps)
    {
        if (expectation is { Tolerance: null, MinRuntime: null })
        {
            return Success.Plain;
        }

        var some = expectation.Tolerance is { } tolerance ? SomeFailed(run, tolerance, signal) : Success.Plain;
        return some.Outcome == Outcome.Succeeded && TooFast(run, expectation, signal.At, gaps) is { } why
            ? new Success(Outcome.TooFast, RunMark.TooFast, why)
            : some;
    }

    static Success SomeFailed(ActiveRun run, PartialTolerance tolerance, in Signal signal)
    {
        var failed = signal.Work?.FailedItems ?? run.Work.FailedItems ?? 0;
        if (failed == 0)
        {
            return Success.Plain;
        }

        var processed = signal.Work?.Processed ?? run.Work.Processed;
        var count = processed is { } all ? $"{failed} of {Words.Count(all, "item")} failed" : $"{Words.Count(failed, "item")} failed";
        return tolerance.Allows(failed, processed)
            ? new Success(Outcome.Succeeded, RunMark.Partial, count)
            : new Success(Outcome.Partial, RunMark.Partial, $"partial: {count}, at most {tolerance.Words} may");
    }

    static string? TooFast(ActiveRun run, Expectation expectation, DateTimeOffset at, IReadOnlyList<Gap> gaps)
    {
        if (expectation.MinRuntime is not { } least || run.StartedAt is not { } startedAt || at - Earliest(startedAt, gaps) >= least)
        {
            return null;
        }

        return $"too fast: succeeded after {Words.Length(at - startedAt)}, and takes at least {Words.Length(least)}";
    }

    // A start that was refused is sent again until it is taken: it may be as old as the gap.
    static DateTimeOffset Earliest(DateTimeOffset startedAt, IReadOnlyList<Gap> gaps)
    {
        var earliest = startedAt;
        foreach (var gap in gaps)
        {
            if (gap.From < earliest && startedAt < gap.Until + Gap.RetryAllowance)
            {
                earliest = gap.From;
            }
        }

        return earliest;
    }
}
