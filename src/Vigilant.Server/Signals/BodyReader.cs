using System.Buffers;
using System.IO.Pipelines;

namespace Vigilant.Server.Signals;

/// <summary>
/// Reads a body of any length and keeps what a person will want to see: all of it up to the limit, else the first and the last
/// half of the limit. A job's output says at its start what it was and at its end how it went.
/// </summary>
static class BodyReader
{
    public const int Limit = 100_000;
    const int Half = Limit / 2;

    static readonly Body Empty = new(null, 0);

    public static ValueTask<Body> ReadAsync(HttpRequest request, CancellationToken stopping) =>
        request.ContentLength == 0 || (request.ContentLength is null && !IsChunked(request))
            ? ValueTask.FromResult(Empty)
            : ReadAsync(request.BodyReader, stopping);

    static bool IsChunked(HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0 || request.Protocol is "HTTP/2" or "HTTP/3";

    static async ValueTask<Body> ReadAsync(PipeReader reader, CancellationToken stopping)
    {
        var kept = new KeptEnds();
        while (true)
        {
            var read = await reader.ReadAsync(stopping);
            foreach (var part in read.Buffer)
            {
                kept.Add(part.Span);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return kept.ToBody();
            }
        }
    }

    sealed class KeptEnds
    {
        readonly ArrayBufferWriter<byte> _head = new();
        byte[]? _tail;
        long _size;

        public void Add(ReadOnlySpan<byte> part)
        {
            var room = Limit - _head.WrittenCount;
            var first = part[..Math.Min(room, part.Length)];
            _head.Write(first);
            _size += first.Length;
            AddToTail(part[first.Length..]);
        }

        public Body ToBody()
        {
            if (_size == 0)
            {
                return Empty;
            }

            return new Body(_size <= Limit ? _head.WrittenSpan.ToArray() : BothEnds(), _size);
        }

        // A ring of the last half; the second half of the head is its beginning.
        void AddToTail(ReadOnlySpan<byte> part)
        {
            if (part.IsEmpty)
            {
                return;
            }

            _tail ??= _head.WrittenSpan[Half..].ToArray();
            _size += Math.Max(0, part.Length - Half);
            foreach (var one in part.Length > Half ? part[^Half..] : part)
            {
                _tail[_size++ % Half] = one;
            }
        }

        byte[] BothEnds()
        {
            var both = new byte[Limit];
            _head.WrittenSpan[..Half].CopyTo(both);
            var start = (int)(_size % Half);
            _tail.AsSpan(start).CopyTo(both.AsSpan(Half));
            _tail.AsSpan(0, start).CopyTo(both.AsSpan(Limit - start));
            return both;
        }
    }
}

/// <summary>What is kept of a body, and how long it was.</summary>
readonly record struct Body(byte[]? Kept, long Size);
