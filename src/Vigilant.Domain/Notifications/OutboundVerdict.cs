namespace Vigilant.Domain.Notifications;

/// <summary>May we connect there, and if not, why not.</summary>
public enum OutboundVerdict
{
    /// <summary>We may.</summary>
    Allowed,

    /// <summary>A link-local address; refused always.</summary>
    LinkLocal,

    /// <summary>A cloud's metadata service; refused always.</summary>
    Metadata,

    /// <summary>The address of nobody; refused always.</summary>
    Unspecified,

    /// <summary>The address of many; refused always.</summary>
    Multicast,

    /// <summary>This server itself; refused always.</summary>
    OwnAddress,

    /// <summary>This machine; refused unless it is on the list.</summary>
    Loopback,

    /// <summary>A private network; refused unless it is on the list.</summary>
    Private,

    /// <summary>A provider's inner network; refused unless it is on the list.</summary>
    CarrierGrade,

    /// <summary>An IPv4 address inside an IPv6 address; refused unless it is on the list.</summary>
    Embedded,

    /// <summary>Set aside for documents, tests or the future; refused unless it is on the list.</summary>
    SetAside,
}
