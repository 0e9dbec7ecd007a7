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

    /// <summary>A run's heartbeat stopped.</summary>
    Stalled = 4,
}
