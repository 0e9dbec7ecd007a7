using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>What the time that has passed makes of a job: a deadline that passed in silence becomes a verdict.</summary>
public static class DeadlineRule
{
    /// <summary>One call decides at most this many slots; the alarm stays in the past until the rest is decided too.</summary>
    public const int MostSlots = 500;

    /// <summary>One call marks at most this many runs that wait for too long, and leaves the rest to the next in the same way.</summary>
    public const int MostRuns = 1000;

    /// <summary>Judges every deadline up to <paramref name="line"/>.</summary>
    /// <param name="line">Everything that was received before is already in <paramref name="state"/>.</param>
    /// <param name="confirmed">False: a node that may have received something could not be asked.</param>
    /// <param name="gaps">The times in which signals could not be accepted, oldest first.</param>
    public static JobState Judge(
        JobState state, Expectation expectation, DateTimeOffset line, bool confirmed, IReadOnlyList<Gap> gaps, ICollection<Fact> facts)
    {
        var awake = Arming.Wake(state, expectation, line);
        if (!expectation.WatchesAt(line))
        {
            return HealthRule.Judge(Arming.ArmExactly(awake, expectation, line), expectation, line, null);
        }

        var passed = new Passed(line, gaps, facts);
        var judged = SilentRuns.Judge(SilentQueue.Judge(awake, expectation, passed), expectation, passed);
        judged = expectation switch
        {
            { Period: { } period } => SilentPeriod.Judge(judged, expectation, period, passed),
            { HasSlots: true } => SilentSlots.Judge(judged, expectation, passed),
            _ => judged,
        };
        var armed = Rearm(judged, expectation, line, passed);
        var found = passed.Of(HealthRule.ProblemOf(armed));
        var at = found?.FirstAt ?? line;
        var after = HealthRule.Judge(armed, expectation, at, found?.Reason);
        if (after.Problem != state.Problem || after.MissedCount != state.MissedCount)
        {
            facts.Add(new Fact.Verdict(at, after.MissedCount, found?.Run, null, !confirmed));
        }

        return after;
    }

    static DateTimeOffset AwaitedSince(JobState armed, Expectation expectation, DateTimeOffset deadline) =>
        expectation.HasSlots ? deadline - expectation.Grace - expectation.Early : Arming.Anchor(armed) ?? deadline;

    static JobState Rearm(JobState state, Expectation expectation, DateTimeOffset line, Passed passed)
    {
        var armed = Arming.ArmJob(state, expectation, line);
        var deadline = armed.DeadlineAt is { } plain ? passed.Allow(AwaitedSince(armed, expectation, plain), plain) : armed.DeadlineAt;
        return armed with { DeadlineAt = deadline, AlarmAt = Passed.Earlier(deadline, passed.NextRunDeadline) };
    }
}
