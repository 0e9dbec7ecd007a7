using System.Globalization;
using System.Net.Security;
using System.Text;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Lines to a mail server and replies back. What a server may say is bounded; how long is the caller's token.</summary>
sealed class SmtpConnection(Stream stream, TrustedRoots roots) : IAsyncDisposable
{
    const int LongestLine = 2048;
    const int MostLines = 100;

    readonly byte[] _buffer = new byte[4096];
    Stream _stream = stream;
    int _start;
    int _end;

    public bool IsEncrypted => _stream is SslStream;

    public async Task<SmtpReply> AskAsync(string command, CancellationToken stopping)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), stopping);
        return await ReadReplyAsync(stopping);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stopping)
    {
        await _stream.WriteAsync(bytes, stopping);
        await _stream.FlushAsync(stopping);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken stopping)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(stopping);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                break;
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpRefusedException("The mail server's answer was not SMTP.", null);
    }

    public async Task EncryptAsync(string host, CancellationToken stopping)
    {
        // What came before the handshake was not protected by it, so it may not be taken for what comes after.
        if (_start != _end)
        {
            throw new SmtpRefusedException("The mail server spoke out of turn before TLS began.", null);
        }

        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(Trust(host), stopping);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    SslClientAuthenticationOptions Trust(string host) =>
        new() { TargetHost = host, CertificateChainPolicy = roots.Policy() };

    async Task<string> ReadLineAsync(CancellationToken stopping)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_start == _end)
            {
                await FillAsync(stopping);
            }

            var letter = (char)_buffer[_start++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        throw new SmtpRefusedException("The mail server's answer was not SMTP.", null);
    }

    async Task FillAsync(CancellationToken stopping)
    {
        _start = 0;
        _end = await _stream.ReadAsync(_buffer, stopping);
        if (_end == 0)
        {
            throw new SmtpRefusedException("The mail server closed the connection.", null);
        }
    }
}
