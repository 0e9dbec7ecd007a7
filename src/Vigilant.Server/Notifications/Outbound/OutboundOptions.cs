namespace Vigilant.Server.Notifications.Outbound;

sealed class OutboundOptions
{
    public const string Section = "Vigilant:Outbound";

    /// <summary>
    /// Networks to which requests may go although they are private: CIDRs with commas between. Empty by default.
    /// Link-local and metadata addresses and this server itself stay refused.
    /// </summary>
    public string Allow { get; set; } = "";

    /// <summary>A PEM file with authorities to trust beside the system's, for receivers and mail servers. None by default.</summary>
    public string CaFile { get; set; } = "";
}
