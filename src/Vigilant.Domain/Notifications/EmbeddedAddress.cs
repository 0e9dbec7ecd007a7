using System.Net;
using System.Net.Sockets;

namespace Vigilant.Domain.Notifications;

/// <summary>Finds the IPv4 address that a gateway would take out of an IPv6 address.</summary>
static class EmbeddedAddress
{
    static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    static readonly IPNetwork Translated = IPNetwork.Parse("::ffff:0:0:0/96");
    static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static IPAddress? In(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        if (Teredo.Contains(address))
        {
            return new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]]);
        }

        if (SixToFour.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        return HoldsItAtTheEnd(address, bytes) ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }

    static bool HoldsItAtTheEnd(IPAddress address, byte[] bytes) =>
        Nat64.Contains(address)
        || LocalNat64.Contains(address)
        || Translated.Contains(address)
        || (Compatible.Contains(address) && !IPAddress.IPv6Any.Equals(address) && !IPAddress.IPv6Loopback.Equals(address))
        || IsIsatap(bytes);

    static bool IsIsatap(byte[] bytes) => bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
}
