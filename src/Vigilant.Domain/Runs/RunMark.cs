namespace Vigilant.Domain.Runs;

/// <summary>What is wrong with a run that is still going. The numbers are stored.</summary>
public enum RunMark
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is past its maximum runtime.</summary>
    Overrun = 1,

    /// <summary>Its signs of life stopped.</summary>
    Stalled = 2,
}
