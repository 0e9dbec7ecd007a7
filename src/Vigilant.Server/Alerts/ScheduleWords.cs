using Vigilant.Domain.Schedules;

namespace Vigilant.Server.Alerts;

static class ScheduleWords
{
    /// <summary>A schedule in words; as it is written when it cannot be read; null when there is none.</summary>
    public static string? Describe(string? schedule, string timezone) => schedule is null
        ? null
        : ScheduleParser.Parse(schedule, timezone) is ScheduleParse.Parsed parsed ? parsed.Schedule.Describe() : schedule;
}
