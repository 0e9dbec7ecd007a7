using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Vigilant.Server.Runs.Queries;

/// <summary>The last run of a page: the next one begins behind it. Holds only for the filter that it was made under.</summary>
static class RunCursor
{
    const int HashLength = 8;
    const int IdLength = 16;

    public static string Behind(Guid run, IQueryCollection query) => Base64Url.EncodeToString([.. Hash(query), .. run.ToByteArray()]);

    /// <summary>Null when it is no cursor, or one of another filter.</summary>
    public static Guid? Read(string text, IQueryCollection query)
    {
        if (!Base64Url.IsValid(text, out var length) || length != HashLength + IdLength)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.AsSpan(0, HashLength).SequenceEqual(Hash(query)) ? new Guid(bytes.AsSpan(HashLength)) : null;
    }

    static byte[] Hash(IQueryCollection query)
    {
        var filters = query
            .Where(one => one.Key is not ("limit" or "cursor"))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}={string.Join('&', one.Value.AsEnumerable())}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', filters)))[..HashLength];
    }
}
