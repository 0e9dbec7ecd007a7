using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>
/// The limits that the last runs of a job speak for: each leaves as much room again as they ever needed. They are shown and never set
/// by themselves.
/// </summary>
/// <param name="BasedOn">How many runs were looked at.</param>
public sealed record SuggestedLimits(
    int BasedOn,
    SuggestedLimit? MaxRuntime,
    SuggestedLimit? MinRuntime,
    SuggestedLimit? MaxWait,
    SuggestedLimit? Heartbeat,
    SuggestedLimit? Grace)
{
    /// <summary>As many runs are looked at.</summary>
    public const int MostRuns = 100;

    /// <summary>Fewer that say something of a limit are no reason for one.</summary>
    public const int FewestRuns = 10;

    static readonly (TimeSpan Under, int Step)[] Steps =
    [
        (TimeSpan.FromMinutes(1), 5), (TimeSpan.FromMinutes(10), 30), (TimeSpan.FromHours(1), 60), (TimeSpan.FromDays(1), 300),
        (TimeSpan.MaxValue, 3600),
    ];

    /// <summary>What the last runs, all of which succeeded, speak for.</summary>
    public static SuggestedLimits Of(IReadOnlyCollection<PastRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return new SuggestedLimits(
            runs.Count,
            Most(runs.Select(run => run.Took), "the longest", "took"),
            Least(runs.Select(run => run.Took)),
            Most(runs.Select(run => run.Waited), "the longest wait", "was"),
            Most(runs.Select(run => run.LongestSilence), "the longest silence", "was"),
            Most(runs.Select(run => run.Late), "the latest success", "came late by"));
    }

    static SuggestedLimit? Most(IEnumerable<TimeSpan?> lengths, string which, string did)
    {
        if (Known(lengths) is not { } known)
        {
            return null;
        }

        var longest = known.Max();
        var twice = longest * 2;
        var step = Step(twice);
        var seconds = Math.Max(step, (int)Math.Min(JobRules.LongestSeconds, Math.Ceiling(twice.TotalSeconds / step) * step));
        return new SuggestedLimit(seconds, $"{which} of the last {known.Count} runs {did} {Words.Length(longest)}; twice that{Rounded(twice, seconds)}");
    }

    static SuggestedLimit? Least(IEnumerable<TimeSpan?> lengths)
    {
        if (Known(lengths) is not { } known || known.Min() is var shortest && shortest < TimeSpan.FromSeconds(2))
        {
            return null;
        }

        var half = shortest / 2;
        var step = half < TimeSpan.FromSeconds(5) ? 1 : Step(half);
        var seconds = (int)(Math.Floor(half.TotalSeconds / step) * step);
        return new SuggestedLimit(
            seconds, $"the shortest of the last {known.Count} runs took {Words.Length(shortest)}; half of that{Rounded(half, seconds)}");
    }

    static List<TimeSpan>? Known(IEnumerable<TimeSpan?> lengths)
    {
        var known = lengths.Where(length => length is not null).Select(length => length!.Value).ToList();
        return known.Count < FewestRuns ? null : known;
    }

    static int Step(TimeSpan length) => Array.Find(Steps, step => length < step.Under).Step;

    static string Rounded(TimeSpan exact, int seconds) => exact == TimeSpan.FromSeconds(seconds) ? "" : ", rounded";
}
