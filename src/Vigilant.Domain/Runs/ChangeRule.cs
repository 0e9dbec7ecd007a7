using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>What a change of settings or a pause makes of a job.</summary>
public static class ChangeRule
{
    /// <summary>A new job: silence is watched from the moment of its creation.</summary>
    public static JobState Create(Expectation expectation, DateTimeOffset at)
    {
        var state = new JobState { Health = Health.NeverRan(at) };
        return HealthRule.Judge(Arming.ArmExactly(Arming.Anew(state, at), expectation, at), expectation, at, null);
    }

    /// <summary>Settings that no deadline counts from were changed.</summary>
    public static JobState Edit(JobState state, Expectation expectation, DateTimeOffset at, ICollection<Fact> facts) =>
        Settle(state, state, expectation, at, facts);

    /// <summary>
    /// The expectation starts anew: the schedule was changed, or a pause ended. What was wrong stays wrong until a run succeeds.
    /// </summary>
    public static JobState StartAnew(JobState state, Expectation expectation, DateTimeOffset at, ICollection<Fact> facts) =>
        Settle(state, Arming.Anew(state, at), expectation, at, facts);

    /// <summary>Somebody stops the expectation: what was wrong no longer is.</summary>
    public static JobState Pause(JobState state, Expectation expectation, DateTimeOffset at, ICollection<Fact> facts)
    {
        var calm = state with
        {
            LastOutcome = state is { LastOutcome: Outcome.Succeeded, MissedCount: 0 } ? Outcome.Succeeded : Outcome.None,
            MissedCount = 0,
            MissedSince = null,
            Slots = [],
        };
        return Settle(state, calm, expectation, at, facts);
    }

    static JobState Settle(JobState before, JobState state, Expectation expectation, DateTimeOffset at, ICollection<Fact> facts)
    {
        var after = HealthRule.Judge(Arming.ArmExactly(state, expectation, at), expectation, at, null);
        if (after.Problem != before.Problem)
        {
            facts.Add(new Fact.Verdict(at, before.MissedCount, null, null, Unconfirmed: false));
        }

        return after;
    }
}
