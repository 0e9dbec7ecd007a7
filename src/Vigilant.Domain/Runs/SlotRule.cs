using System.Collections.Immutable;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>Which slot a run is for.</summary>
static class SlotRule
{
    /// <summary>
    /// A run is for the newest open slot that has begun (its early tolerance counted) when the run started; when that one is
    /// met already, for the one before it that is still open. So one late run never stands for two slots, and a run that comes
    /// once every slot never lags behind.
    /// </summary>
    public static (JobState State, DateTimeOffset? Slot) Take(
        JobState state, Expectation expectation, DateTimeOffset startedAt, bool succeeded, Guid run, ICollection<Fact> facts)
    {
        if (!expectation.HasSlots || !expectation.WatchesAt(startedAt) || Open(state, expectation, startedAt) is not { } slot)
        {
            return (state, null);
        }

        facts.Add(new Fact.SlotChanged(slot, succeeded ? SlotState.Met : SlotState.Due, run, null));
        var others = state.Slots.RemoveAll(open => open.Nominal == slot);
        return (Close(state with { Slots = others.Add(new OpenSlot(slot, succeeded)) }, expectation), slot);
    }

    /// <summary>The first slot after those that are decided or met.</summary>
    public static DateTimeOffset? FirstAwaited(JobState state, Expectation expectation)
    {
        var schedule = expectation.Schedule!;
        var slot = state.SlotsUntil is { } until ? schedule.Next(until) : null;
        while (slot is { } at && IsMet(state.Slots, at))
        {
            slot = schedule.Next(at);
        }

        return slot;
    }

    static DateTimeOffset? Open(JobState state, Expectation expectation, DateTimeOffset startedAt)
    {
        var schedule = expectation.Schedule!;
        var slot = schedule.Previous(startedAt + Early(expectation, startedAt) + TimeSpan.FromTicks(1));
        while (slot is { } at && at > state.SlotsUntil && IsMet(state.Slots, at))
        {
            slot = schedule.Previous(at);
        }

        return slot > state.SlotsUntil ? slot : null;
    }

    // Half the way to the next slot at most: past it, a run would rather be a late one of the slot before.
    static TimeSpan Early(Expectation expectation, DateTimeOffset at)
    {
        if (expectation.Early == TimeSpan.Zero || expectation.Schedule!.Next(at) is not { } next
            || expectation.Schedule.Previous(next) is not { } previous)
        {
            return TimeSpan.Zero;
        }

        var half = (next - previous) / 2;
        return expectation.Early < half ? expectation.Early : half;
    }

    /// <summary>Moves past the slots that are met, so that no more than the open ones are remembered.</summary>
    static JobState Close(JobState state, Expectation expectation)
    {
        while (!state.Slots.IsEmpty && expectation.Schedule!.Next(state.SlotsUntil!.Value) is { } first && IsMet(state.Slots, first))
        {
            state = state with { SlotsUntil = first, Slots = state.Slots.RemoveAll(open => open.Nominal == first) };
        }

        return state;
    }

    static bool IsMet(ImmutableArray<OpenSlot> slots, DateTimeOffset nominal) => slots.Contains(new OpenSlot(nominal, Met: true));
}
