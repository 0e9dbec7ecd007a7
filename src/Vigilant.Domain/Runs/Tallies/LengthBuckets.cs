using System.Numerics;

namespace Vigilant.Domain.Runs.Tallies;

/// <summary>
/// Into which bucket a length falls: eight to each power of two of its milliseconds, so a bucket's middle is at most a sixteenth
/// from what fell into it.
/// </summary>
public static class LengthBuckets
{
    const int Fine = 3;
    const int OfOctave = 1 << Fine;

    /// <summary>The bucket of a length.</summary>
    public static int Of(long milliseconds)
    {
        if (milliseconds < OfOctave)
        {
            return (int)Math.Max(0, milliseconds);
        }

        var shift = BitOperations.Log2((ulong)milliseconds) - Fine;
        return ((shift + 1) << Fine) + (int)((milliseconds >> shift) - OfOctave);
    }

    /// <summary>A length in the middle of a bucket.</summary>
    public static long MiddleOf(int bucket)
    {
        if (bucket < OfOctave)
        {
            return bucket;
        }

        var shift = (bucket >> Fine) - 1;
        var lowest = (long)((bucket & (OfOctave - 1)) + OfOctave) << shift;
        return lowest + ((1L << shift) / 2);
    }
}
