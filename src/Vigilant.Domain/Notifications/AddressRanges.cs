using System.Net;

namespace Vigilant.Domain.Notifications;

/// <summary>What the special address ranges are for. The first that fits counts.</summary>
static class AddressRanges
{
    public static readonly (IPNetwork Network, OutboundVerdict Verdict)[] Never =
    [
        (IPNetwork.Parse("168.63.129.16/32"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("169.254.169.254/32"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("169.254.170.2/32"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("100.100.100.200/32"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("192.0.0.192/32"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("fd00:ec2::/64"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("fd20:ce::254/128"), OutboundVerdict.Metadata),
        (IPNetwork.Parse("169.254.0.0/16"), OutboundVerdict.LinkLocal),
        (IPNetwork.Parse("fe80::/10"), OutboundVerdict.LinkLocal),
        (IPNetwork.Parse("0.0.0.0/8"), OutboundVerdict.Unspecified),
        (IPNetwork.Parse("::/128"), OutboundVerdict.Unspecified),
        (IPNetwork.Parse("224.0.0.0/4"), OutboundVerdict.Multicast),
        (IPNetwork.Parse("255.255.255.255/32"), OutboundVerdict.Multicast),
        (IPNetwork.Parse("ff00::/8"), OutboundVerdict.Multicast),
    ];

    public static readonly (IPNetwork Network, OutboundVerdict Verdict)[] UnlessListed =
    [
        (IPNetwork.Parse("127.0.0.0/8"), OutboundVerdict.Loopback),
        (IPNetwork.Parse("::1/128"), OutboundVerdict.Loopback),
        (IPNetwork.Parse("10.0.0.0/8"), OutboundVerdict.Private),
        (IPNetwork.Parse("172.16.0.0/12"), OutboundVerdict.Private),
        (IPNetwork.Parse("192.168.0.0/16"), OutboundVerdict.Private),
        (IPNetwork.Parse("fc00::/7"), OutboundVerdict.Private),
        (IPNetwork.Parse("fec0::/10"), OutboundVerdict.Private),
        (IPNetwork.Parse("100.64.0.0/10"), OutboundVerdict.CarrierGrade),
        (IPNetwork.Parse("192.0.0.0/24"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("192.0.2.0/24"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("192.88.99.0/24"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("198.18.0.0/15"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("198.51.100.0/24"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("203.0.113.0/24"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("240.0.0.0/4"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("2001:db8::/32"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("2001:10::/28"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("2001:20::/28"), OutboundVerdict.SetAside),
        (IPNetwork.Parse("3fff::/20"), OutboundVerdict.SetAside),
    ];

    /// <summary>All that is given out as public IPv6 lies in here.</summary>
    public static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");
}
