namespace Vigilant.Domain.Runs;

/// <summary>Which runs of a job have expired, and when to look again.</summary>
public static class PurgeRule
{
    static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Seldom = TimeSpan.FromHours(6);
    static readonly TimeSpan AtLeast = TimeSpan.FromDays(1);

    /// <summary>Runs of these states, made from one instant until another, have expired.</summary>
    public sealed record Part(IReadOnlyList<RunState> States, DateTimeOffset From, DateTimeOffset Until);

    /// <summary>
    /// What is removed run by run: states that are kept for less than the longest. The others go with whole weeks; where one is held by
    /// single runs, what lies before its end is removed run by run, too.
    /// </summary>
    /// <param name="lengths">How long each state is kept.</param>
    /// <param name="purged">Up to when all of a state have been removed already.</param>
    /// <param name="longest">The longest that anybody keeps runs.</param>
    /// <param name="heldUntil">The end of the last week that is too old and still there.</param>
    public static IReadOnlyList<Part> Expired(
        IReadOnlyDictionary<RunState, TimeSpan> lengths, IReadOnlyDictionary<RunState, DateTimeOffset> purged, TimeSpan longest,
        DateTimeOffset? heldUntil, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentNullException.ThrowIfNull(purged);
        return [.. lengths
            .Where(one => one.Value != KeepLength.Forever)
            .Select(one => (
                State: one.Key,
                From: purged.TryGetValue(one.Key, out var until) ? until : DateTimeOffset.UnixEpoch,
                Until: one.Value < longest ? now - one.Value : heldUntil))
            .Where(one => one.Until > one.From)
            .GroupBy(one => (one.From, one.Until), one => one.State)
            .Select(part => new Part([.. part], part.Key.From, part.Key.Until!.Value))];
    }

    /// <summary>Often enough for the shortest length, and seldom enough to cost nothing.</summary>
    public static DateTimeOffset Next(IReadOnlyDictionary<RunState, TimeSpan> lengths, TimeSpan longest, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        var shortest = lengths.Values.Min();
        return shortest >= longest
            ? now + AtLeast
            : now + TimeSpan.FromTicks(Math.Clamp(shortest.Ticks / 48, Often.Ticks, Seldom.Ticks));
    }
}
