namespace Vigilant.Domain.Jobs;

/// <summary>What is wrong with a job. The numbers are stored.</summary>
public enum Problem
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A slot or period passed without success.</summary>
    Missed = 1,

    /// <summary>The last run reported a failure.</summary>
    Failed = 2,

    /// <summary>A run is still going past its maximum runtime.</summary>
    Overrun = 3,

    /// <summary>A run's heartbeat or progress stopped.</summary>
    Stalled = 4,

    /// <summary>The last run succeeded, but more of its items failed than may.</summary>
    Partial = 5,

    /// <summary>The last run succeeded faster than it can have done its work.</summary>
    TooFast = 6,

    /// <summary>A run was not started in time.</summary>
    Waiting = 7,
}
