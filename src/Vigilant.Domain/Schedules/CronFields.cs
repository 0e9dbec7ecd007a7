namespace Vigilant.Domain.Schedules;

/// <summary>The five fields of a cron schedule.</summary>
readonly record struct CronFields(
    CronFieldValues Minute,
    CronFieldValues Hour,
    CronFieldValues DayOfMonth,
    CronFieldValues Month,
    CronFieldValues DayOfWeek)
{
    /// <summary>As Debian's cron has it: with a star in front of either, both must match; else one is enough.</summary>
    public bool BothDaysMustMatch => DayOfMonth.StartsWithStar || DayOfWeek.StartsWithStar;

    /// <summary>Names times of day, so it happens once a day however the clocks change.</summary>
    public bool NamesTimesOfDay => !Minute.StartsWithStar && !Hour.StartsWithStar;
}
