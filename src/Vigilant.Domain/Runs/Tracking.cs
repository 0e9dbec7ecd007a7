namespace Vigilant.Domain.Runs;

/// <summary>Of which runs a row is kept when they have ended. The numbers are stored.</summary>
public enum Tracking
{
    /// <summary>Of each.</summary>
    Full = 0,

    /// <summary>Of those that did not succeed.</summary>
    Failures = 1,

    /// <summary>Of none.</summary>
    None = 2,
}
