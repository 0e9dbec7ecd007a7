using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>Slots whose grace passed without success.</summary>
static class SilentSlots
{
    public static JobState Judge(JobState state, Expectation expectation, Passed passed)
    {
        for (var decided = 0; decided < DeadlineRule.MostSlots; decided++)
        {
            if (state.SlotsUntil is not { } until || expectation.Schedule!.Next(until) is not { } slot)
            {
                break;
            }

            var deadline = passed.Allow(slot - expectation.Early, slot + expectation.Grace);
            if (deadline > passed.Line)
            {
                break;
            }

            state = Decide(state, expectation, slot, deadline, passed);
        }

        return state;
    }

    static JobState Decide(JobState state, Expectation expectation, DateTimeOffset slot, DateTimeOffset deadline, Passed passed)
    {
        var come = state.Slots.FirstOrDefault(open => open.Nominal == slot);
        var left = state with { SlotsUntil = slot, Slots = state.Slots.RemoveAll(open => open.Nominal == slot) };
        if (come.Met)
        {
            return left;
        }

        if (passed.LostIn(slot - expectation.Early, slot + expectation.Grace) is { } gap)
        {
            return Lose(left, expectation, slot, deadline, gap, passed);
        }

        return come.Nominal == slot ? Failed(left, slot, passed) : Miss(left, slot, deadline, passed);
    }

    static JobState Miss(JobState state, DateTimeOffset slot, DateTimeOffset deadline, Passed passed)
    {
        var missed = state.MissedCount + 1;
        var reason = missed == 1
            ? $"missed: no success for the slot of {Words.Instant(slot)}"
            : $"missed {Words.Count(missed, "slot")}, the last at {Words.Instant(slot)}";
        passed.Add(Problem.Missed, deadline, reason);
        passed.Facts.Add(new Fact.SlotChanged(slot, SlotState.Missed, null, reason));
        passed.Facts.Add(new Fact.RunTold(Guid.Empty, null, RunState.Missed, deadline, slot, null, reason));
        return state with
        {
            MissedCount = missed,
            MissedSince = state.MissedSince ?? deadline,
            Strip = state.Strip.With(RunState.Missed),
        };
    }

    // The run came and told that it failed: that is what the job is red for, not that nobody came.
    static JobState Failed(JobState state, DateTimeOffset slot, Passed passed)
    {
        passed.Facts.Add(new Fact.SlotChanged(slot, SlotState.Missed, null, "its run failed"));
        return state;
    }

    static JobState Lose(
        JobState state, Expectation expectation, DateTimeOffset slot, DateTimeOffset deadline, Gap gap, Passed passed)
    {
        var reason = $"unknown: signals could not be accepted from {Words.Instant(gap.From)} to {Words.Instant(gap.Until)}";
        passed.Facts.Add(new Fact.SlotChanged(slot, SlotState.Unknown, null, reason));
        passed.Facts.Add(new Fact.RunTold(Guid.Empty, null, RunState.Unknown, deadline, slot, null, reason));
        if (state.MissedCount == 0)
        {
            passed.Add(Problem.None, deadline, reason);
        }

        return state with
        {
            SlotsUntil = LastLost(expectation, slot, gap),
            LastOutcome = state.LastOutcome == Outcome.Failed ? Outcome.Failed : Outcome.None,
            Strip = state.Strip.With(RunState.Unknown),
        };
    }

    // A gap of weeks would hold thousands of slots; those wholly inside it are told as one.
    static DateTimeOffset LastLost(Expectation expectation, DateTimeOffset slot, Gap gap) =>
        expectation.Schedule!.Previous(gap.Until - expectation.Grace) is { } last && last > slot ? last : slot;
}
