using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vigilant.Server.Jobs;

/// <summary>The last job of a page: the next one begins behind it. Holds only for the filter that it was made under.</summary>
sealed record JobCursor(string Service, string Name, Guid Id)
{
    const int HashLength = 8;
    const int IdLength = 16;

    public static JobCursor Behind(JobRow row) => new(row.Definition.Service, row.Definition.Name, row.Id);

    // Names hold no control characters, so a line break stands between them.
    public string Write(JobFilter filter) =>
        Base64Url.EncodeToString([.. Hash(filter), .. Id.ToByteArray(), .. Encoding.UTF8.GetBytes($"{Service}\n{Name}")]);

    /// <summary>Null when it is no cursor, or one of another filter.</summary>
    public static JobCursor? Read(string text, JobFilter filter)
    {
        if (!Base64Url.IsValid(text, out var length) || length <= HashLength + IdLength)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var names = Encoding.UTF8.GetString(bytes.AsSpan(HashLength + IdLength)).Split('\n');
        return names.Length == 2 && bytes.AsSpan(0, HashLength).SequenceEqual(Hash(filter)) && !names.Any(HasNul)
            ? new JobCursor(names[0], names[1], new Guid(bytes.AsSpan(HashLength, IdLength)))
            : null;
    }

    // PostgreSQL refuses texts with NUL.
    static bool HasNul(string name) => name.Contains('\0', StringComparison.Ordinal);

    static byte[] Hash(JobFilter filter)
    {
        string?[] parts =
        [
            filter.Service, filter.Environment, filter.Text,
            string.Join(',', filter.Colours.Order()),
            .. filter.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).SelectMany(label => new[] { label.Key, label.Value }),
        ];
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts))[..HashLength];
    }
}
