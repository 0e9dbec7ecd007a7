namespace Vigilant.Domain.Runs.Tallies;

/// <summary>How many, and how long they took and waited.</summary>
public sealed class TallyCount
{
    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>From start to end; of runs that told both.</summary>
    public Lengths? Duration { get; private set; }

    /// <summary>From making to start.</summary>
    public Lengths? Wait { get; private set; }

    /// <summary>Counts more.</summary>
    public void Add(long count, TimeSpan? duration = null, TimeSpan? wait = null)
    {
        Count += count;
        if (duration is { } took)
        {
            (Duration ??= new Lengths()).Add(took);
        }

        if (wait is { } waited)
        {
            (Wait ??= new Lengths()).Add(waited);
        }
    }

    /// <summary>Counts what others counted.</summary>
    public void Add(TallyCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        if (other.Duration is { } took)
        {
            (Duration ??= new Lengths()).Add(took);
        }

        if (other.Wait is { } waited)
        {
            (Wait ??= new Lengths()).Add(waited);
        }
    }

    internal bool HasLengths => Duration is not null || Wait is not null;

    internal void WriteLengths(TallyBytes bytes)
    {
        (Duration ?? new Lengths()).Write(bytes);
        (Wait ?? new Lengths()).Write(bytes);
    }

    internal void ReadLengths(ref TallyReader reader)
    {
        (Duration ??= new Lengths()).Add(Lengths.Read(ref reader));
        (Wait ??= new Lengths()).Add(Lengths.Read(ref reader));
    }

    /// <summary>The lengths as they are stored; empty: there are none.</summary>
    public byte[] StoredLengths()
    {
        if (!HasLengths)
        {
            return [];
        }

        var bytes = new TallyBytes();
        WriteLengths(bytes);
        return bytes.ToArray();
    }

    /// <summary>As it was stored.</summary>
    public static TallyCount Stored(long count, ReadOnlySpan<byte> lengths)
    {
        var stored = new TallyCount { Count = count };
        if (!lengths.IsEmpty)
        {
            var reader = new TallyReader(lengths);
            stored.ReadLengths(ref reader);
        }

        return stored;
    }
}
