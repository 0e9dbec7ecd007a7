namespace Vigilant.Domain.Runs.Tallies;

/// <summary>Numbers as they are stored: seven bits a byte, small ones short, the sign in the lowest bit.</summary>
sealed class TallyBytes
{
    readonly List<byte> _bytes = [];

    public void Write(long number)
    {
        var rest = (ulong)((number << 1) ^ (number >> 63));
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes.Add((byte)(rest | 0x80));
        }

        _bytes.Add((byte)rest);
    }

    public byte[] ToArray() => [.. _bytes];
}
