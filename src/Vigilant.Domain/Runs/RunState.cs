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
}
