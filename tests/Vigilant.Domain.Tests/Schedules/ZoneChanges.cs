using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;

namespace Vigilant.Domain.Tests.Schedules;

/// <summary>Draws instants from a zone, most of them near a change of its clocks.</summary>
static class ZoneChanges
{
    const int FirstYear = 1971;
    const int LastYear = 2060;

    static readonly ConcurrentDictionary<(string Zone, int Year), IReadOnlyList<DateTime>> Known = new();

    public static IReadOnlyList<TimeZoneInfo> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu")];

    public static Gen<DateTimeOffset> Near(TimeZoneInfo zone) =>
        from year in Gen.Choose(FirstYear, LastYear)
        let changes = Of(zone, year)
        from change in changes.Count > 0 ? Gen.Elements<DateTime>(changes) : Gen.Constant(new DateTime(year, 6, 1))
        from minutes in Gen.Frequency((3, Gen.Choose(-180, 180)), (1, Gen.Choose(-40 * 60, 40 * 60)))
        from ticks in Gen.Elements(0L, 1L, TimeSpan.TicksPerMinute - 1, 31 * TimeSpan.TicksPerSecond)
        select new DateTimeOffset(change.AddMinutes(minutes).AddTicks(ticks).Ticks, TimeSpan.Zero);

    static IReadOnlyList<DateTime> Of(TimeZoneInfo zone, int year) => Known.GetOrAdd((zone.Id, year), _ =>
    [
        .. Enumerable.Range(0, 365)
            .Select(day => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day))
            .Where(day => zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            .Select(day => Enumerable.Range(0, 24 * 60)
                .Select(minute => day.AddMinutes(minute))
                .First(instant => zone.GetUtcOffset(instant) != zone.GetUtcOffset(instant.AddMinutes(1))).AddMinutes(1)),
    ]);
}
