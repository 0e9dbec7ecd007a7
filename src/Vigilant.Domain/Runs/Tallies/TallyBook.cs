namespace Vigilant.Domain.Runs.Tallies;

/// <summary>Adds up what was counted.</summary>
public sealed class TallyBook
{
    readonly SortedDictionary<TallyKey, TallyCount> _counts = new(Order);

    static readonly Comparer<TallyKey> Order = Comparer<TallyKey>.Create((one, other) =>
        RunTally.HeadOf(one, lengthsFollow: false).CompareTo(RunTally.HeadOf(other, lengthsFollow: false)));

    /// <summary>What was counted of each; kept and ended apart.</summary>
    public IEnumerable<(TallyKey Key, TallyCount Count)> Entries => _counts.SelectMany(one => one.Key.Kind == TallyKind.Both
        ? [(one.Key with { Kind = TallyKind.Kept }, one.Value), (one.Key with { Kind = TallyKind.Ended }, one.Value)]
        : new[] { (one.Key, one.Value) });

    /// <summary>Adds a change.</summary>
    public void Add(in TallyChange change) => Find(change.Key).Add(change.Count, change.Duration, change.Wait);

    /// <summary>Adds a tally.</summary>
    public void Add(RunTally tally) => tally.ReadInto(this);

    /// <summary>Adds a count.</summary>
    public void Add(TallyKey key, TallyCount count) => Find(key).Add(count);

    /// <summary>All of it, as a tally.</summary>
    public RunTally ToTally()
    {
        var bytes = new TallyBytes();
        foreach (var (key, count) in _counts)
        {
            if (count.Count != 0 || count.HasLengths)
            {
                bytes.Write(RunTally.HeadOf(key, count.HasLengths));
                bytes.Write(count.Count);
                if (count.HasLengths)
                {
                    count.WriteLengths(bytes);
                }
            }
        }

        return new RunTally(bytes.ToArray());
    }

    TallyCount Find(TallyKey key)
    {
        if (!_counts.TryGetValue(key, out var count))
        {
            _counts.Add(key, count = new TallyCount());
        }

        return count;
    }
}
