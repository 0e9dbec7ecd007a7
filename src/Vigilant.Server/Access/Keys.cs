using System.Security.Cryptography;
using System.Text;

namespace Vigilant.Server.Access;

/// <summary>Secrets: how they look, how they are made, and what of them is kept.</summary>
static class Keys
{
    public const int ApiKeyLength = 32;
    public const int PingKeyLength = 22;
    public const int TokenLength = 43;

    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New(int length) => RandomNumberGenerator.GetString(Letters, length);

    public static bool HasForm(string key, int length) => key.Length == length && key.All(char.IsAsciiLetterOrDigit);

    /// <summary>What is stored and compared. Nothing is learnt from how long a look-up by it takes.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
