using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>Which runs were not started in time, in a sentence that stays true while they wait.</summary>
static class LateWords
{
    public static string Of(ActiveRuns active, Expectation expectation)
    {
        if (active.LongestLate is not { } longest)
        {
            return "waiting";
        }

        var name = longest.Rid ?? longest.Id.ToString();
        var since = Words.Instant(longest.WaitsSince);
        var within = expectation.MaxWait is { } limit ? $"within {Words.Length(limit)}" : "in time";
        return active.LateCount == 1
            ? $"waiting: the run {name} has not started {within}; it waits since {since}"
            : $"waiting: {Words.Count(active.LateCount, "run")} have not started {within}; {name} waits longest, since {since}";
    }
}
