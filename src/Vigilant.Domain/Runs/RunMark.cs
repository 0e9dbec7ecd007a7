namespace Vigilant.Domain.Runs;

/// <summary>What is wrong with a run, while it goes on or when it ended. The numbers are stored.</summary>
public enum RunMark
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is past its maximum runtime.</summary>
    Overrun = 1,

    /// <summary>Its signs of life stopped.</summary>
    Stalled = 2,

    /// <summary>It has not started in time.</summary>
    Waiting = 3,

    /// <summary>It is alive, and its progress stopped.</summary>
    Unchanged = 4,

    /// <summary>It succeeded, and some of its items failed.</summary>
    Partial = 5,

    /// <summary>It succeeded faster than it can have done its work.</summary>
    TooFast = 6,
}
