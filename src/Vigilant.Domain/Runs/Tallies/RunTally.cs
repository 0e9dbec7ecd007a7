namespace Vigilant.Domain.Runs.Tallies;

/// <summary>
/// What was counted of a job's runs and not yet put down elsewhere. It lies on the job's own row, which every signal writes anyway:
/// counting costs a ping a few bytes, and no row of counts is ever waited for.
/// </summary>
public readonly record struct RunTally
{
    const int LongestOnTheRow = 256;
    const long LengthsFollow = 0x80;
    readonly byte[]? _bytes;

    /// <summary>Takes over <paramref name="bytes"/>, as they were stored.</summary>
    public RunTally(byte[] bytes) => _bytes = bytes;

    /// <summary>As it is stored; not to be changed.</summary>
    public byte[] Bytes => _bytes ?? [];

    /// <summary>Nothing was counted.</summary>
    public bool IsEmpty => Bytes.Length == 0;

    /// <summary>Whether it should be put down before something of this hour is counted.</summary>
    public bool IsFull(int hour) => Bytes.Length > LongestOnTheRow || (!IsEmpty && new TallyReader(Bytes).Read() >> 8 != hour);

    /// <summary>With more counted.</summary>
    public RunTally With(IReadOnlyList<TallyChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 1 && OneMore(changes[0]) is { } tally)
        {
            return tally;
        }

        var book = new TallyBook();
        book.Add(this);
        foreach (var change in changes)
        {
            book.Add(change);
        }

        return book.ToTally();
    }

    internal void ReadInto(TallyBook book)
    {
        var reader = new TallyReader(Bytes);
        while (!reader.AtEnd)
        {
            var head = reader.Read();
            var count = TallyCount.Stored(reader.Read(), []);
            if ((head & LengthsFollow) != 0)
            {
                count.ReadLengths(ref reader);
            }

            book.Add(KeyOf(head), count);
        }
    }

    internal static long HeadOf(TallyKey key, bool lengthsFollow) =>
        ((long)key.Hour << 8) | (lengthsFollow ? LengthsFollow : 0) | ((long)key.Kind << 4) | (long)key.State;

    static TallyKey KeyOf(long head) => new((TallyKind)((head >> 4) & 7), (int)(head >> 8), (RunState)(head & 15));

    // One more of what the tally begins with: nearly every ping.
    RunTally? OneMore(in TallyChange change)
    {
        var head = HeadOf(change.Key, lengthsFollow: false);
        if (change is not { Count: 1, Duration: null, Wait: null })
        {
            return null;
        }

        var bytes = Bytes;
        if (bytes.Length == 0)
        {
            var first = new TallyBytes();
            first.Write(head);
            first.Write(1);
            return new RunTally(first.ToArray());
        }

        var reader = new TallyReader(bytes);
        // A number below 64 is one byte, and one more is two more: the lowest bit is the sign.
        if (reader.Read() != head || bytes[reader.Position] >= 0x7E || bytes[reader.Position] % 2 != 0)
        {
            return null;
        }

        var more = bytes.AsSpan().ToArray();
        more[reader.Position] += 2;
        return new RunTally(more);
    }
}
