using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Vigilant.Server.Notifications.Outbound;

/// <summary>Whose certificates are trusted: those the system trusts, and an authority of the administrator's own.</summary>
sealed class TrustedRoots(IOptions<OutboundOptions> options)
{
    /// <summary>Null when the system's trust is enough.</summary>
    public X509ChainPolicy? Policy()
    {
        if (options.Value.CaFile.Length == 0)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(options.Value.CaFile);
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(system.Certificates);
        return policy;
    }
}
