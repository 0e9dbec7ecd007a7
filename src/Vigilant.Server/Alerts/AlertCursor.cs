using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Vigilant.Contracts;

namespace Vigilant.Server.Alerts;

/// <summary>The last alert of a page; the next page begins behind it, whatever has opened meanwhile.</summary>
sealed record AlertCursor(DateTimeOffset OpenedAt, Guid Id)
{
    public static AlertCursor Behind(Alert alert) => new(alert.OpenedAt, alert.Id);

    public static AlertCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParse(parts[1], out var id)
            ? new AlertCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{OpenedAt.UtcTicks}|{Id:N}"));
}
