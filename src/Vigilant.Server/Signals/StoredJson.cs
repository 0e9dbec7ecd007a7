using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vigilant.Server.Signals;

/// <summary>JSON that PostgreSQL takes: its jsonb refuses escaped NUL and escaped halves of surrogate pairs.</summary>
static partial class StoredJson
{
    const string Replacement = "\\ufffd";

    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => json.Span.IndexOf("\\u"u8) < 0
        ? JsonDocument.Parse(json)
        : JsonDocument.Parse(Clean(Encoding.UTF8.GetString(json.Span)));

    static string Clean(string json) => Escapes().Replace(json, found =>
        found.Groups["kept"].Success ? found.Value : Replacement);

    // An escaped backslash is passed over, so that what follows it is not taken for an escape.
    [GeneratedRegex(
        @"(?<kept>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Escapes();
}
