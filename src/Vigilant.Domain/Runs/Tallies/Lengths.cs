namespace Vigilant.Domain.Runs.Tallies;

/// <summary>How long many runs took, or waited: sums and a histogram, which add up.</summary>
public sealed class Lengths
{
    readonly SortedDictionary<int, long> _buckets = [];

    /// <summary>How many were measured.</summary>
    public long Count { get; private set; }

    /// <summary>All together, in milliseconds.</summary>
    public long Sum { get; private set; }

    /// <summary>The shortest, in milliseconds.</summary>
    public long Min { get; private set; } = long.MaxValue;

    /// <summary>The longest, in milliseconds.</summary>
    public long Max { get; private set; }

    /// <summary>The average, in milliseconds.</summary>
    public double Mean => Count == 0 ? 0 : (double)Sum / Count;

    /// <summary>Counts one more.</summary>
    public void Add(TimeSpan length)
    {
        var milliseconds = (long)Math.Max(0, length.TotalMilliseconds);
        Count++;
        Sum += milliseconds;
        Min = Math.Min(Min, milliseconds);
        Max = Math.Max(Max, milliseconds);
        AddTo(LengthBuckets.Of(milliseconds), 1);
    }

    /// <summary>Counts what others counted.</summary>
    public void Add(Lengths other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        Sum += other.Sum;
        Min = Math.Min(Min, other.Min);
        Max = Math.Max(Max, other.Max);
        foreach (var (bucket, count) in other._buckets)
        {
            AddTo(bucket, count);
        }
    }

    /// <summary>The length that a part of all does not exceed, in milliseconds: 0.95 for p95. To a sixteenth.</summary>
    public long Percentile(double part)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(part * Count));
        var seen = 0L;
        foreach (var (bucket, count) in _buckets)
        {
            seen += count;
            if (seen >= rank)
            {
                return Math.Clamp(LengthBuckets.MiddleOf(bucket), Min, Max);
            }
        }

        return Max;
    }

    internal void Write(TallyBytes bytes)
    {
        bytes.Write(Count);
        bytes.Write(Sum);
        bytes.Write(Count == 0 ? 0 : Min);
        bytes.Write(Max);
        bytes.Write(_buckets.Count);
        foreach (var (bucket, count) in _buckets)
        {
            bytes.Write(bucket);
            bytes.Write(count);
        }
    }

    internal static Lengths Read(ref TallyReader reader)
    {
        var lengths = new Lengths { Count = reader.Read(), Sum = reader.Read(), Min = reader.Read(), Max = reader.Read() };
        lengths.Min = lengths.Count == 0 ? long.MaxValue : lengths.Min;
        for (var buckets = reader.Read(); buckets > 0; buckets--)
        {
            lengths._buckets.Add((int)reader.Read(), reader.Read());
        }

        return lengths;
    }

    void AddTo(int bucket, long count) => _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + count;
}
