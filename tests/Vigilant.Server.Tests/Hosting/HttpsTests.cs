using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Hosting;

public sealed class HttpsTests
{
    [Fact]
    public async Task A_configured_certificate_serves_https()
    {
        using var folder = new TemporaryFolder();
        var thumbprint = Write(folder);
        await using var server = await TestServer.StartAsync(new TestServerSettings
        {
            Configuration = new Dictionary<string, string>
            {
                ["urls"] = "https://127.0.0.1:0",
                ["Vigilant:Https:Certificate"] = folder.Child("cert.pem"),
                ["Vigilant:Https:Key"] = folder.Child("key.pem"),
            },
        });

        using var handler = new SocketsHttpHandler();
        // It is nobody's signed certificate, so this very one is what is believed.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, seen, _, _) => seen!.GetCertHashString() == thumbprint;
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        using var live = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    static string Write(TemporaryFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=vigilant.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(folder.Child("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.Child("key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }
}
