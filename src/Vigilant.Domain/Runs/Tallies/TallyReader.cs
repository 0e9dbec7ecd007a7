namespace Vigilant.Domain.Runs.Tallies;

/// <summary>Reads what <see cref="TallyBytes"/> wrote.</summary>
ref struct TallyReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= _bytes.Length;

    public long Read()
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[Position++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(number >> 1) ^ -(long)(number & 1);
            }
        }
    }
}
