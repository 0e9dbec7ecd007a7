using System.Net;
using System.Net.Sockets;

namespace Vigilant.Domain.Notifications;

/// <summary>Where requests to addresses that users gave may go.</summary>
/// <param name="Listed">Networks that an administrator opened although they are private.</param>
/// <param name="Own">Where this server itself listens.</param>
public sealed record OutboundPolicy(IReadOnlyList<IPNetwork> Listed, IReadOnlyList<IPEndPoint> Own)
{
    /// <summary>Judges one address, as it will be connected to.</summary>
    public OutboundVerdict Judge(IPAddress address, int port)
    {
        var target = Plain(address);
        if (Always(target, port) is { } refused)
        {
            return refused;
        }

        return EmbeddedAddress.In(target) is { } inner ? JudgeEmbedded(target, inner, port) : UnlessListed(target);
    }

    // However the outer address is listed, what is never allowed stays so behind a gateway.
    OutboundVerdict JudgeEmbedded(IPAddress outer, IPAddress inner, int port) =>
        Always(inner, port) ?? (IsListed(outer) ? OutboundVerdict.Allowed : OutboundVerdict.Embedded);

    OutboundVerdict UnlessListed(IPAddress target)
    {
        if (IsListed(target))
        {
            return OutboundVerdict.Allowed;
        }

        foreach (var (network, verdict) in AddressRanges.UnlessListed)
        {
            if (network.Contains(target))
            {
                return verdict;
            }
        }

        return target.AddressFamily == AddressFamily.InterNetworkV6 && !AddressRanges.PublicV6.Contains(target)
            ? OutboundVerdict.SetAside
            : OutboundVerdict.Allowed;
    }

    bool IsListed(IPAddress target) => Listed.Any(network => network.Contains(target));

    OutboundVerdict? Always(IPAddress target, int port)
    {
        foreach (var (network, verdict) in AddressRanges.Never)
        {
            if (network.Contains(target))
            {
                return verdict;
            }
        }

        return Own.Any(own => own.Port == port && Plain(own.Address).Equals(target)) ? OutboundVerdict.OwnAddress : null;
    }

    // ::ffff:10.0.0.1 is 10.0.0.1; and a scope (fe80::1%2) does not make another address.
    static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 }
            ? new IPAddress(address.GetAddressBytes())
            : address;
    }
}
