using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Schedules;

namespace Vigilant.Dashboard.Jobs;

/// <summary>What is expected of a job, in sentences.</summary>
public static class ExpectationWords
{
    const int Shown = 5;

    public static string Of(JobSettings settings) => ScheduleOf(settings) is { } schedule
        ? $"{schedule.Describe()}, and at most {TimeWords.Duration(settings.Grace)} late."
        : settings.Schedule is null
            ? "Nothing at a certain time: it runs on demand."
            : $"The schedule '{settings.Schedule}' in {settings.Timezone} cannot be read here. Set it again.";

    public static IEnumerable<string> Further(JobSettings settings)
    {
        if (settings.Early > TimeSpan.Zero)
        {
            yield return $"A success up to {TimeWords.Duration(settings.Early)} early counts.";
        }

        if (settings.MaxRuntime is { } most)
        {
            yield return $"A run may take {TimeWords.Duration(most)}.";
        }

        if (settings.Heartbeat is { } heartbeat)
        {
            yield return $"While it runs, it gives a sign of life every {TimeWords.Duration(heartbeat)}.";
        }

        if (settings.Progress is { } progress)
        {
            yield return $"While it runs, it comes further every {TimeWords.Duration(progress)}.";
        }

        if (settings.MaxWait is { } wait)
        {
            yield return $"A run may wait {TimeWords.Duration(wait)} for its start.";
        }

        if (settings.MinRuntime is { } least)
        {
            yield return $"A run that did its work takes at least {TimeWords.Duration(least)}.";
        }

        if (settings.Tolerance is { } tolerance)
        {
            yield return $"In a success at most {tolerance.Words} may have failed.";
        }
    }

    public static IReadOnlyList<Occurrence> Upcoming(JobSettings settings, DateTimeOffset now) =>
        ScheduleOf(settings) is { } schedule and not Period ? schedule.Upcoming(now, Shown) : [];

    static Schedule? ScheduleOf(JobSettings settings) =>
        settings.Schedule is { } text && ScheduleParser.Parse(text, settings.Timezone) is ScheduleParse.Parsed parsed
            ? parsed.Schedule
            : null;
}
