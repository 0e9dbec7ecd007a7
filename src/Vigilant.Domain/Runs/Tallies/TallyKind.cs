namespace Vigilant.Domain.Runs.Tallies;

/// <summary>What a number of a tally counts. The numbers are stored.</summary>
public enum TallyKind
{
    /// <summary>Runs that are kept and ended, both in the same hour, without a length: what a plain ping is.</summary>
    Both = 0,

    /// <summary>Runs that are kept, by the hour of their making. Removed runs count less than nothing.</summary>
    Kept = 1,

    /// <summary>Runs that ended, by the hour of their end, kept or not.</summary>
    Ended = 2,
}
