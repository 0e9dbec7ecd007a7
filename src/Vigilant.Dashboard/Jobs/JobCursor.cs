using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Vigilant.Dashboard.Jobs;

/// <summary>The last job of a page. Red jobs come first, by <paramref name="Since"/>; then the others, by service and name.</summary>
public sealed record JobCursor(DateTimeOffset? Since, string Service, string Name, Guid Id)
{
    public static JobCursor? Read(string? text)
    {
        try
        {
            var cursor = text is null ? null : JsonSerializer.Deserialize<JobCursor>(WebEncoders.Base64UrlDecode(text));
            return cursor is { Service: not null, Name: not null } ? cursor : null;
        }
        catch (FormatException)
        {
            // A cut-off address shows the first page.
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this));
}
