namespace Vigilant.Domain.Runs;

/// <summary>Whether a run that has ended is kept. Health, counts and slots follow every end all the same.</summary>
public static class TrackingRule
{
    static readonly string[] InWords = ["full", "failures", "none"];

    /// <summary>As they are written everywhere.</summary>
    public static IReadOnlyList<string> Words => InWords;

    /// <summary>As it is written.</summary>
    public static string Word(this Tracking tracking) => InWords[(int)tracking];

    /// <summary>What a word means; null: nothing.</summary>
    public static Tracking? Parse(string? word)
    {
        var index = Array.IndexOf(InWords, word);
        return index < 0 ? null : (Tracking)index;
    }

    /// <summary>The run's own word goes before its job's.</summary>
    public static bool Keeps(Tracking job, Tracking? run, RunState end) => (run ?? job) switch
    {
        Tracking.Full => true,
        Tracking.Failures => end != RunState.Succeeded,
        _ => false,
    };
}
