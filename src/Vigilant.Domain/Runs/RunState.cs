namespace Vigilant.Domain.Runs;

/// <summary>Where a run stands. The numbers are stored, and the strip of the last runs is made of them.</summary>
public enum RunState
{
    /// <summary>It has begun.</summary>
    Started = 0,

    /// <summary>It ended well.</summary>
    Succeeded = 1,

    /// <summary>It ended badly.</summary>
    Failed = 2,

    /// <summary>It never came.</summary>
    Missed = 3,

    /// <summary>How it ended cannot be known.</summary>
    Unknown = 4,

    /// <summary>It is known of, and has not begun.</summary>
    Created = 5,

    /// <summary>It waits in a queue.</summary>
    Queued = 6,

    /// <summary>It was ended because somebody asked for it.</summary>
    Killed = 7,

    /// <summary>It was begun by us and gave no sign of life within its time.</summary>
    TimedOut = 8,

    /// <summary>It was not begun, on purpose.</summary>
    Skipped = 9,
}
