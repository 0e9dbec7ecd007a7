namespace Vigilant.Domain.Runs.Tallies;

/// <summary>Something to count.</summary>
/// <param name="Count">How many; less than nothing when runs were removed.</param>
/// <param name="Duration">From start to end, where both are known.</param>
/// <param name="Wait">From making to start.</param>
public readonly record struct TallyChange(TallyKey Key, int Count, TimeSpan? Duration = null, TimeSpan? Wait = null)
{
    /// <summary>A run that was told of when it was over.</summary>
    public static TallyChange Told(DateTimeOffset at, RunState state, bool isKept) =>
        new(new TallyKey(isKept ? TallyKind.Both : TallyKind.Ended, TallyKey.HourOf(at), state), 1);

    /// <summary>A run that is kept, or with a negative count no longer.</summary>
    public static TallyChange Kept(DateTimeOffset madeAt, RunState state, int count = 1) =>
        new(new TallyKey(TallyKind.Kept, TallyKey.HourOf(madeAt), state), count);

    /// <summary>A run that came to its end.</summary>
    public static TallyChange Ended(DateTimeOffset at, RunState state, TimeSpan? duration, TimeSpan? wait) =>
        new(new TallyKey(TallyKind.Ended, TallyKey.HourOf(at), state), 1, duration, wait);
}
