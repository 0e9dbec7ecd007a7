using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>The colour of a job and its reason, by the precedence: paused or disabled, problem, running, last outcome.</summary>
static class HealthRule
{
    /// <summary>Sets problem and health.</summary>
    /// <param name="told">The reason that a signal or a deadline gives; null: the reason stays what it was.</param>
    public static JobState Judge(JobState state, Expectation expectation, DateTimeOffset at, string? told)
    {
        var watched = expectation.WatchesAt(at);
        var problem = watched ? ProblemOf(state) : Problem.None;
        var colour = !watched ? Colour.Grey : ColourOf(state, problem);
        var same = colour == state.Health.Colour && problem == state.Problem;
        var reason = watched
            ? problem == Problem.Waiting
                ? LateWords.Of(state.Active, expectation)
                : Reason(state, problem, colour, told ?? (same ? state.Health.Reason : null))
            : Unwatched(expectation);
        return same && reason == state.Health.Reason
            ? state
            : state with { Problem = problem, Health = new Health(colour, reason, same ? state.Health.Since : at) };
    }

    /// <summary>What is wrong, while it is watched.</summary>
    public static Problem ProblemOf(JobState state) => state switch
    {
        { MissedCount: > 0 } => Problem.Missed,
        { LastOutcome: Outcome.Failed } => Problem.Failed,
        { LastOutcome: Outcome.Partial } => Problem.Partial,
        { LastOutcome: Outcome.TooFast } => Problem.TooFast,
        _ => MarkOf(state.Active),
    };

    static Problem MarkOf(ActiveRuns active) =>
        active.AnyOverrun ? Problem.Overrun
        : active.AnyStalled ? Problem.Stalled
        : active.LateCount > 0 ? Problem.Waiting
        : Problem.None;

    static Colour ColourOf(JobState state, Problem problem) =>
        problem != Problem.None ? Colour.Red
        : state.Active.AnyStarted ? Colour.Yellow
        : state.LastOutcome == Outcome.Succeeded ? Colour.Green
        : Colour.Grey;

    static string Reason(JobState state, Problem problem, Colour colour, string? told) => (problem, colour) switch
    {
        (Problem.None, Colour.Yellow) => "running",
        (Problem.None, Colour.Green) => told ?? "succeeded",
        (Problem.None, _) => state.LastSignalAt is null ? "never ran" : told ?? "unknown",
        (Problem.Failed, _) => told ?? "failed",
        (Problem.Missed, _) => told ?? "missed",
        (Problem.Partial, _) => told ?? "partial",
        (Problem.TooFast, _) => told ?? "too fast",
        (Problem.Overrun, _) => told ?? "running longer than it may",
        _ => told ?? "no sign of life",
    };

    static string Unwatched(Expectation expectation) =>
        !expectation.Enabled ? "disabled" : $"paused {expectation.PauseReason}".TrimEnd();
}
