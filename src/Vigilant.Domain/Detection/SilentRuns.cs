using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>Runs in progress that go on for too long or gave no sign of life.</summary>
static class SilentRuns
{
    public static JobState Judge(JobState state, Expectation expectation, Passed passed)
    {
        if (!expectation.WatchesStarted)
        {
            return state;
        }

        foreach (var run in state.Active.Started)
        {
            var startedAt = run.StartedAt!.Value;
            state = Overrun(state, run, startedAt, expectation.MaxRuntime, passed);
            state = Stalled(state, run, RunMark.Stalled, run.LastSignAt, expectation.Heartbeat, passed);
            state = Stalled(state, run, RunMark.Unchanged, run.UnchangedSince ?? startedAt, expectation.Progress, passed);
        }

        return state;
    }

    static JobState Overrun(JobState state, ActiveRun run, DateTimeOffset startedAt, TimeSpan? longest, Passed passed)
    {
        if (longest is not { } length || run.Mark == RunMark.Overrun)
        {
            return state;
        }

        var deadline = passed.Allow(startedAt, startedAt + length);
        if (deadline > passed.Line)
        {
            passed.Await(deadline);
            return state;
        }

        if (passed.LostIn(startedAt, startedAt + length) is { } gap)
        {
            return Lose(state, run, gap, passed);
        }

        passed.Add(Problem.Overrun, deadline, $"overrun: still running after {Words.Length(length)}", run.Id);
        return Mark(state, run, RunMark.Overrun, passed);
    }

    static JobState Stalled(
        JobState state, ActiveRun run, RunMark mark, DateTimeOffset since, TimeSpan? longest, Passed passed)
    {
        if (longest is not { } length || run.Mark != RunMark.None || state.Active.Find(run.Id) != run)
        {
            return state;
        }

        var from = passed.AfterGaps(since, length);
        var deadline = passed.Allow(from, from + length);
        if (deadline > passed.Line)
        {
            passed.Await(deadline);
            return state;
        }

        var what = mark == RunMark.Unchanged ? run.Work.Words() : "no sign of life";
        passed.Add(Problem.Stalled, deadline, $"stalled: {what} for {Words.Length(length)}", run.Id);
        return Mark(state, run, mark, passed);
    }

    static JobState Mark(JobState state, ActiveRun run, RunMark mark, Passed passed)
    {
        var marked = run with { Mark = mark };
        passed.Facts.Add(new Fact.RunChanged(marked));
        return state with { Active = state.Active.With(marked) };
    }

    static JobState Lose(JobState state, ActiveRun run, Gap gap, Passed passed)
    {
        var reason = $"unknown: signals could not be accepted from {Words.Instant(gap.From)} to {Words.Instant(gap.Until)}";
        passed.Facts.Add(new Fact.RunEnded(run, RunState.Unknown, passed.Line, null, null, reason));
        return state with { Active = state.Active.Without(run), Strip = state.Strip.With(RunState.Unknown) };
    }
}
