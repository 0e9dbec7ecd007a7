using System.Globalization;

namespace Vigilant.Domain.Alerts;

/// <summary>Instants in words: "2026-11-21 06:00:00 UTC".</summary>
public static class Clock
{
    public static string Of(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
