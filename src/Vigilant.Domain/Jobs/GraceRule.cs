using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Jobs;

/// <summary>How long to wait after a time has come, where nobody said.</summary>
public static class GraceRule
{
    const int AnHour = 3600;

    // An hour of grace on a job that runs every minute would hide sixty missed runs.
    const int PartOfPeriod = 5;

    /// <summary>In seconds: an hour; for a period a fifth of it, at least a second and at most an hour.</summary>
    public static int Default(Schedule? schedule) => schedule is Period period
        ? (int)Math.Clamp(Math.Ceiling(period.Length.TotalSeconds / PartOfPeriod), 1, AnHour)
        : AnHour;
}
