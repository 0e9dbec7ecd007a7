using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Vigilant.Server.Notifications.Outbound;

/// <summary>Where this server listens, as addresses: "any" becomes each address of this machine.</summary>
sealed class OwnAddresses(IServer server)
{
    readonly Lock _gate = new();
    IReadOnlyList<IPEndPoint>? _known;

    public IReadOnlyList<IPEndPoint> All()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (listening.Count == 0)
        {
            return [];
        }

        lock (_gate)
        {
            return _known ??= [.. listening.Select(BindingAddress.Parse).SelectMany(EndPoints)];
        }
    }

    static IEnumerable<IPEndPoint> EndPoints(BindingAddress binding)
    {
        if (binding.IsUnixPipe)
        {
            return [];
        }

        var literal = IPAddress.TryParse(binding.Host.Trim('[', ']'), out var address);
        var addresses = literal && !IPAddress.Any.Equals(address) && !IPAddress.IPv6Any.Equals(address) ? [address!] : Machines();
        return addresses.Select(one => new IPEndPoint(one, binding.Port));
    }

    // "localhost" is among them; refusing this port on the machine's other addresses too does no harm.
    static IEnumerable<IPAddress> Machines() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses.Select(unicast => unicast.Address))
            .Append(IPAddress.Loopback)
            .Append(IPAddress.IPv6Loopback);
}
