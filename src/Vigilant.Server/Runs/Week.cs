using System.Globalization;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>A partition of runs or signals: those made from its first instant until that of the next.</summary>
sealed record Week(string Table, DateTimeOffset From)
{
    const string Day = "yyyyMMdd";

    public DateTimeOffset Until => From.AddDays(7);

    public string Partition => $"{Table}_{From.ToString(Day, CultureInfo.InvariantCulture)}";

    public Guid Least => TimeOrderedId.LeastOf(From);

    public Guid Next => TimeOrderedId.LeastOf(Until);

    public static Week Of(string table, string partition) => new(
        table, DateTimeOffset.ParseExact(partition[^Day.Length..], Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
