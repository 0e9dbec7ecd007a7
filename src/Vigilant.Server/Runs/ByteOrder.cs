namespace Vigilant.Server.Runs;

/// <summary>The order in which PostgreSQL sorts ids; that of .NET is another.</summary>
static class ByteOrder
{
    public static readonly Comparer<Guid> Comparer = Comparer<Guid>.Create(Compare);

    static int Compare(Guid one, Guid other)
    {
        Span<byte> bytes = stackalloc byte[32];
        one.TryWriteBytes(bytes, bigEndian: true, out _);
        other.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        return bytes[..16].SequenceCompareTo(bytes[16..]);
    }
}
