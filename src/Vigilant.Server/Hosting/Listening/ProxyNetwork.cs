using System.Net;

namespace Vigilant.Server.Hosting.Listening;

static class ProxyNetwork
{
    /// <summary>Reads 10.0.0.0/8, or 10.1.2.3 as a network of one.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}
