using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vigilant.Server.Notifications.Channels.Webhook;

/// <summary>Standard Webhooks 1.0.0: HMAC-SHA256 over id, timestamp and body, with a secret of the channel's own.</summary>
static class WebhookSignature
{
    const string Prefix = "whsec_";
    const int SecretBytes = 32;

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var key = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
