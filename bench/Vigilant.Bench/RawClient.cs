using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vigilant.Bench;

/// <summary>
/// One connection that sends a request and reads its answer, and nothing more: on two cores a client that does everything a client
/// can would take the processor from what is measured.
/// </summary>
sealed class RawClient : IDisposable
{
    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] _answer = new byte[64 * 1024];
    readonly string _head;

    RawClient(Uri address) => _head = $" HTTP/1.1\r\nHost: {address.Authority}\r\nX-Api-Key: {Bed.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: ";

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        var client = new RawClient(address);
        await client._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        return client;
    }

    /// <summary>The body of an answer of success.</summary>
    public async Task<string> PostAsync(string path, string body)
    {
        await SendAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST {path}{_head}{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}")));
        var read = 0;
        while (true)
        {
            var more = await _socket.ReceiveAsync(_answer.AsMemory(read));
            read += more;
            if (more == 0)
            {
                throw new InvalidOperationException("The connection ended within an answer.");
            }

            if (Body(_answer.AsSpan(0, read)) is { } text)
            {
                return text;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes)..];
        }
    }

    static string? Body(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var head = answer[..end];
        if (!head.StartsWith("HTTP/1.1 2"u8))
        {
            throw new InvalidOperationException($"It was refused: {Encoding.UTF8.GetString(answer)}");
        }

        var body = answer[(end + 4)..];
        var length = head.IndexOf("Content-Length: "u8);
        return length >= 0
            ? body.Length >= Number(head[(length + 16)..]) ? Encoding.UTF8.GetString(body) : null
            : body.EndsWith("0\r\n\r\n"u8) ? Chunk(body) : null;
    }

    static string Chunk(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOf("\r\n"u8) + 2;
        return Encoding.UTF8.GetString(body[start..body.LastIndexOf("\r\n0\r\n"u8)]);
    }

    static int Number(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("\r\n"u8);
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}
