using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>A rolling expectation: a period and its grace without an outcome.</summary>
static class SilentPeriod
{
    public static JobState Judge(JobState state, Expectation expectation, TimeSpan period, Passed passed)
    {
        if (state.MissedCount > 0 || Arming.Anchor(state) is not { } anchor)
        {
            return state;
        }

        var deadline = anchor + period + expectation.Grace;
        while (passed.LostIn(anchor, deadline) is { } gap)
        {
            anchor = gap.Until;
            deadline = anchor + period + expectation.Grace;
        }

        var restarted = anchor > Arming.Anchor(state) ? state with { ArmedAt = anchor } : state;
        deadline = passed.Allow(anchor, deadline);
        return deadline > passed.Line ? restarted : Miss(restarted, expectation, period, deadline, passed);
    }

    static JobState Miss(JobState state, Expectation expectation, TimeSpan period, DateTimeOffset deadline, Passed passed)
    {
        var since = state.LastSuccessAt is { } last ? $"the last success was at {Words.Instant(last)}" : "it never succeeded";
        var reason = $"missed: no run ended within {Words.Length(period + expectation.Grace)}; {since}";
        passed.Add(Problem.Missed, deadline, reason);
        passed.Facts.Add(new Fact.RunTold(Guid.Empty, null, RunState.Missed, deadline, null, null, reason));
        return state with { MissedCount = 1, MissedSince = deadline, Strip = state.Strip.With(RunState.Missed) };
    }
}
