using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vigilant.Testing;

/// <summary>A real SMTP server (Debian's python3-aiosmtpd) that keeps what it gets. With TLS it wants user and password.</summary>
public sealed class MailServer : IDisposable
{
    public const string User = "vigilant";
    public const string Password = "pa55word-of-mail";

    readonly Process _process;
    readonly string _folder;

    MailServer(Process process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The certificate to trust.</summary>
    public string CaFile => Path.Combine(_folder, "certificate.pem");

    /// <summary>The mails it took, as they came, in order.</summary>
    public IReadOnlyList<string> Mails =>
        [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <param name="mode"><c>plain</c>, <c>starttls</c> or <c>tls</c>.</param>
    public static async Task<MailServer> StartAsync(string mode)
    {
        var folder = Directory.CreateTempSubdirectory("vigilant-mail-").FullName;
        WriteCertificate(folder);
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        string[] arguments =
            [Script(), folder, mode, Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem")];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server for tests did not start: apt-get install python3-aiosmtpd.");
        return new MailServer(process, folder, int.Parse(port, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "MailServer.py");
}
