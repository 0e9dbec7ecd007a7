using System.Net;
using System.Net.Sockets;

namespace Vigilant.Testing;

/// <summary>Listens, and does with each connection what it is told: hang, reset, talk nonsense.</summary>
public sealed class BadServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly List<Socket> _open = [];
    readonly byte[] _greeting;
    readonly bool _resets;
    readonly Task _accepting;

    BadServer(byte[] greeting, bool resets)
    {
        _greeting = greeting;
        _resets = resets;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static BadServer Hanging() => new([], false);

    public static BadServer Resetting() => new([], true);

    public static BadServer Saying(string text) => new(System.Text.Encoding.ASCII.GetBytes(text), false);

    /// <summary>A port on which nobody listens.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var socket in _open)
        {
            socket.Dispose();
        }
    }

    async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync();
            if (_resets)
            {
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
                continue;
            }

            _open.Add(socket);
            await socket.SendAsync(_greeting);
        }
    }
}
