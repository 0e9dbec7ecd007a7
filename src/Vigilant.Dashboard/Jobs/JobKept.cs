namespace Vigilant.Dashboard.Jobs;

/// <summary>What is kept of a job's runs.</summary>
/// <param name="Rows">Runs that have ended, counted up to <see cref="MostCounted"/>.</param>
/// <param name="Bytes">What they take, estimated from the newest of them.</param>
/// <param name="Tracking">Of which runs a row is kept.</param>
/// <param name="NextPurge">When it is looked at next for runs that have expired.</param>
public sealed record JobKept(long Rows, long Bytes, string Tracking, DateTimeOffset? NextPurge)
{
    /// <summary>A page must not wait for a count of millions.</summary>
    public const int MostCounted = 10_000;

    /// <summary>There are more than were counted.</summary>
    public bool IsMore => Rows > MostCounted;
}
