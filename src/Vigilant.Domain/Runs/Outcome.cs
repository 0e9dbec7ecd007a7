namespace Vigilant.Domain.Runs;

/// <summary>How the last run of a job ended. The numbers are stored.</summary>
public enum Outcome
{
    /// <summary>None has ended yet, or it cannot be known.</summary>
    None = 0,

    /// <summary>Well.</summary>
    Succeeded = 1,

    /// <summary>Badly.</summary>
    Failed = 2,

    /// <summary>Well, but more of its items failed than may.</summary>
    Partial = 3,

    /// <summary>Well, but faster than it can have done its work.</summary>
    TooFast = 4,
}
