using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications.Outbound;

/// <summary>The address may not be connected to. An exception because it has to come through an HTTP handler.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is thrown in one place, always with its verdict.")]
sealed class OutboundRefusedException(OutboundVerdict verdict) : IOException(Sentence(verdict))
{
    public OutboundVerdict Verdict => verdict;

    public static string Sentence(OutboundVerdict verdict) => verdict switch
    {
        OutboundVerdict.LinkLocal => "The address is link-local; that is never allowed.",
        OutboundVerdict.Metadata => "The address is that of a cloud's metadata service; that is never allowed.",
        OutboundVerdict.Unspecified => "The address is unspecified; that is never allowed.",
        OutboundVerdict.Multicast => "The address is multicast; that is never allowed.",
        OutboundVerdict.OwnAddress => "The address is this server's own; that is never allowed.",
        OutboundVerdict.Loopback => Unlisted("a loopback address"),
        OutboundVerdict.Private => Unlisted("a private address"),
        OutboundVerdict.CarrierGrade => Unlisted("an address of a provider's inner network"),
        OutboundVerdict.Embedded => Unlisted("an IPv6 address that carries an IPv4 address"),
        OutboundVerdict.SetAside => Unlisted("a reserved address"),
        _ => throw new UnreachableException(),
    };

    static string Unlisted(string kind) =>
        $"It is {kind}; an administrator can open it by adding its network to VIGILANT_OUTBOUND_ALLOW.";
}
