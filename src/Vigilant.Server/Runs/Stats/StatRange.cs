namespace Vigilant.Server.Runs.Stats;

/// <summary>The time that is asked about, in whole hours or days of UTC: that is how runs are counted.</summary>
readonly record struct StatRange(DateTimeOffset From, DateTimeOffset To, Grain Grain)
{
    /// <summary>Older hours are told as days.</summary>
    public static readonly TimeSpan HoursKept = TimeSpan.FromDays(35);

    // Up to here hours are read; of a longer time days say as much and are fewer.
    static readonly TimeSpan Short = TimeSpan.FromDays(3);
    static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The least whole hours, or days, around a time.</summary>
    /// <param name="grain">Null: as it fits the length.</param>
    public static StatRange Of(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now, Grain? grain = null)
    {
        var first = from is { } given && given > Earliest ? given : Earliest;
        // What is received in this very moment belongs to it.
        var last = to ?? now.AddDays(1);
        var fine = now - first < HoursKept - TimeSpan.FromDays(1);
        var chosen = fine ? grain ?? (last - first <= Short ? Grain.Hour : Grain.Day) : Grain.Day;
        var range = new StatRange(first, last, chosen);
        return range with { From = range.StartOf(first), To = range.StartOf(last - TimeSpan.FromTicks(1)) + range.Step };
    }

    TimeSpan Step => Grain == Grain.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    /// <summary>The beginning of the hour or day.</summary>
    public DateTimeOffset StartOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Step.Ticks), TimeSpan.Zero);

    public bool Holds(DateTimeOffset at) => at >= From && at < To;
}
