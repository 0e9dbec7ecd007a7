using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>Runs that wait for their start for too long.</summary>
static class SilentQueue
{
    public static JobState Judge(JobState state, Expectation expectation, Passed passed)
    {
        if (expectation.MaxWait is not { } longest)
        {
            return state;
        }

        var marked = 0;
        foreach (var run in state.Active.Waiting)
        {
            var plain = run.WaitsSince + longest;
            if (plain > passed.Line || marked == DeadlineRule.MostRuns)
            {
                passed.Await(plain);
                break;
            }

            var deadline = Deadline(run.WaitsSince, longest, passed);
            if (deadline > passed.Line)
            {
                passed.Await(deadline);
                continue;
            }

            marked++;
            state = Mark(state, run, deadline, passed);
        }

        return state;
    }

    // Its start may have been lost in a long gap, or it may still wait: whoever dispatches it has the whole time anew.
    static DateTimeOffset Deadline(DateTimeOffset since, TimeSpan longest, Passed passed)
    {
        var from = passed.AfterGaps(since, longest);
        return passed.Allow(from, from + longest);
    }

    static JobState Mark(JobState state, ActiveRun run, DateTimeOffset deadline, Passed passed)
    {
        var marked = run with { Mark = RunMark.Waiting };
        passed.Facts.Add(new Fact.RunChanged(marked));
        passed.Add(Problem.Waiting, deadline, null, run.Id);
        return state with { Active = state.Active.With(marked) };
    }
}
