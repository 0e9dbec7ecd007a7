using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Vigilant.Server.Hosting;

/// <summary>
/// UUIDs of version 7 that sort by microsecond: RFC 9562 section 6.2, method 3 puts the fraction of the millisecond into the
/// twelve bits after the version.
/// </summary>
static class TimeOrderedId
{
    public static Guid Mint(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes[8..]);
        return Finish(bytes, at);
    }

    /// <summary>An id that ends like the id of its job, so that the job, and by it the row, is found from the id alone.</summary>
    public static Guid Mint(DateTimeOffset at, Guid job)
    {
        Span<byte> bytes = stackalloc byte[16];
        job.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomBytes.Fill(bytes[8..12]);
        return Finish(bytes, at);
    }

    /// <summary>The least id of an instant: every id minted at or after it is greater.</summary>
    public static Guid LeastOf(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether an id was minted for a job.</summary>
    public static bool IsOf(Guid job, Guid id)
    {
        Span<byte> bytes = stackalloc byte[32];
        job.TryWriteBytes(bytes, bigEndian: true, out _);
        id.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        return id.Version == 7 && bytes[12..16].SequenceEqual(bytes[28..]);
    }

    /// <summary>When an id was minted, to the microsecond.</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var time = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var microseconds = (((time & 0xFFF) * 1000) + 4095) / 4096;
        return DateTimeOffset.FromUnixTimeMilliseconds(time >> 16).AddMicroseconds(microseconds);
    }

    static Guid Finish(Span<byte> bytes, DateTimeOffset at)
    {
        Write(bytes, at);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    static void Write(Span<byte> bytes, DateTimeOffset at)
    {
        var fraction = at.Ticks % TimeSpan.TicksPerMillisecond * 4096 / TimeSpan.TicksPerMillisecond;
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at.ToUnixTimeMilliseconds() << 16) | 0x7000 | fraction);
    }

    /// <summary>Asking the system for eight bytes costs as much as for a thousand.</summary>
    static class RandomBytes
    {
        [ThreadStatic]
        static byte[]? _bytes;

        [ThreadStatic]
        static int _left;

        public static void Fill(Span<byte> wanted)
        {
            _bytes ??= new byte[1024];
            if (_left < wanted.Length)
            {
                RandomNumberGenerator.Fill(_bytes);
                _left = _bytes.Length;
            }

            _bytes.AsSpan(_left - wanted.Length, wanted.Length).CopyTo(wanted);
            _left -= wanted.Length;
        }
    }
}
