using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vigilant.Server.Hosting.Listening;

/// <summary>The certificate for the https addresses among <c>Vigilant:Urls</c>.</summary>
sealed class HttpsOptions
{
    /// <summary>The certificate file: PEM (with its chain) or PKCS#12.</summary>
    public string? Certificate { get; set; }

    /// <summary>The private key file of a PEM certificate; left out when the certificate file holds it.</summary>
    public string? Key { get; set; }

    /// <summary>The password of the key or of the PKCS#12 file.</summary>
    public string? Password { get; set; }

    /// <summary>Loads what is configured, or says in a sentence why that does not work.</summary>
    public (X509Certificate2? Certificate, string? Mistake) Load()
    {
        try
        {
            return (IsPem() ? LoadPem() : X509CertificateLoader.LoadPkcs12FromFile(Certificate!, Password), null);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return (null, error.Message);
        }
    }

    bool IsPem() => File.ReadAllText(Certificate!).Contains("-----BEGIN", StringComparison.Ordinal);

    X509Certificate2 LoadPem() =>
        Password is null
            ? X509Certificate2.CreateFromPemFile(Certificate!, Key)
            : X509Certificate2.CreateFromEncryptedPemFile(Certificate!, Password, Key);
}
