using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications.Outbound;

/// <summary>
/// The one way out to addresses that users gave: resolves, judges every answer, and connects to an address that was judged,
/// so that a second answer of the name cannot lead elsewhere.
/// </summary>
sealed class OutboundConnector(IOptions<OutboundOptions> options, OwnAddresses own)
{
    readonly IReadOnlyList<IPNetwork> _listed = OutboundOptionsRules.Networks(options.Value);

    /// <summary>Why this host may not be asked, when that can be said without resolving it; else null.</summary>
    public OutboundVerdict? JudgeLiteral(string host, int port) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && Policy().Judge(address, port) is var verdict and not OutboundVerdict.Allowed
            ? verdict
            : null;

    /// <exception cref="OutboundRefusedException">No address of the host may be connected to.</exception>
    public async Task<NetworkStream> ConnectAsync(string host, int port, CancellationToken stopping)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, stopping);
        var policy = Policy();
        var judged = addresses.Select(address => (Address: address, Verdict: policy.Judge(address, port))).ToList();
        var allowed = judged.Where(one => one.Verdict is OutboundVerdict.Allowed).Select(one => one.Address).ToArray();
        return allowed.Length > 0 ? await OpenAsync(allowed, port, stopping) : throw Refusal(judged);
    }

    /// <summary>For a host that an administrator set: no address is refused.</summary>
    public static async Task<NetworkStream> ConnectTrustedAsync(string host, int port, CancellationToken stopping) =>
        await OpenAsync(await Dns.GetHostAddressesAsync(host, stopping), port, stopping);

    static async Task<NetworkStream> OpenAsync(IPAddress[] addresses, int port, CancellationToken stopping)
    {
        foreach (var address in addresses[..^1])
        {
            try
            {
                return await OpenAsync(address, port, stopping);
            }
            catch (SocketException)
            {
                // The next address may do; the last one's error is told.
            }
        }

        return await OpenAsync(addresses[^1], port, stopping);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket; where none is made it is disposed.")]
    static async Task<NetworkStream> OpenAsync(IPAddress address, int port, CancellationToken stopping)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), stopping);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    OutboundPolicy Policy() => new(_listed, own.All());

    static Exception Refusal(List<(IPAddress Address, OutboundVerdict Verdict)> judged) =>
        judged.Count > 0 ? new OutboundRefusedException(judged[0].Verdict) : new SocketException((int)SocketError.HostNotFound);
}
