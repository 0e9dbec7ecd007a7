using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Removal;

/// <summary>A job whose runs are to be looked at for those that have expired.</summary>
/// <param name="ClaimedUntil">When another may look, unless this one says otherwise.</param>
/// <param name="AnewAt">When everything is looked at again, also what has been removed up to a time already.</param>
/// <param name="Purged">Up to when, by their making, all runs of a state have been removed.</param>
/// <param name="Levels">What is said of how long its runs are kept, the most specific first.</param>
sealed record DuePurge(
    Guid Job,
    Guid Project,
    DateTimeOffset ClaimedUntil,
    DateTimeOffset AnewAt,
    Dictionary<RunState, DateTimeOffset> Purged,
    IReadOnlyDictionary<string, string>?[] Levels);
