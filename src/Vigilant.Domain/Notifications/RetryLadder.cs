namespace Vigilant.Domain.Notifications;

/// <summary>How long to wait between tries: quick for ten minutes, every five minutes after that.</summary>
public static class RetryLadder
{
    /// <summary>The longest wait that another side may ask us for.</summary>
    public static readonly TimeSpan LongestAskedWait = TimeSpan.FromHours(1);

    /// <summary>The wait of the slow part.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    static readonly TimeSpan QuickAtMost = TimeSpan.FromSeconds(60);
    static readonly TimeSpan QuickFor = TimeSpan.FromMinutes(10);

    /// <summary>1, 2, 4 ... 60 seconds, then 5 minutes, each stretched by up to a tenth.</summary>
    /// <param name="failures">How many tries have failed; at least 1.</param>
    /// <param name="age">How long it has been failing.</param>
    /// <param name="jitter">From 0 to 1; spreads the tries of many nodes and notifications.</param>
    public static TimeSpan Wait(int failures, TimeSpan age, double jitter) =>
        Base(failures, age) * (1 + (jitter / 10));

    /// <summary>What the other side asked for, but never sooner than <paramref name="own"/> and never later than an hour.</summary>
    public static TimeSpan Honour(TimeSpan? asked, TimeSpan own)
    {
        if (asked is not { } wait || wait < own)
        {
            return own;
        }

        return wait > LongestAskedWait ? LongestAskedWait : wait;
    }

    static TimeSpan Base(int failures, TimeSpan age)
    {
        if (age >= QuickFor)
        {
            return Slow;
        }

        var doubled = TimeSpan.FromSeconds(1 << Math.Clamp(failures - 1, 0, 6));
        return doubled < QuickAtMost ? doubled : QuickAtMost;
    }
}
