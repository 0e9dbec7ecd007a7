using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Schedules;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Jobs;

/// <summary>What a schedule means, before a job hangs on it.</summary>
static class SchedulePreviewEndpoint
{
    const int Most = 100;
    const int Usually = 5;

    public static void MapSchedulePreview(this RouteGroupBuilder v1) =>
        v1.MapGet("/schedules/preview", Preview).WithTags("Schedules").WithName("PreviewSchedule")
            .WithSummary("A schedule in words, and its next times after a moment (now by default).")
            .ProducesValidationProblem();

    static Results<Ok<SchedulePreview>, ProblemHttpResult> Preview(
        string? schedule, string? timezone, DateTimeOffset? from, int? count, NodeClock clock)
    {
        var errors = new FieldErrors();
        if (count is < 1 or > Most)
        {
            errors.Add("count", $"must be from 1 to {Most}, was {count}");
        }

        var parse = ScheduleParser.Parse(schedule ?? "", timezone);
        if (parse is ScheduleParse.Refused refused)
        {
            errors.Add(refused.Field, refused.Position is { } at ? $"{refused.Why} (character {at})" : refused.Why);
        }

        return errors.None && parse is ScheduleParse.Parsed parsed
            ? TypedResults.Ok(Show(parsed.Schedule.Describe(), parsed.Schedule.Upcoming(from ?? clock.Now, count ?? Usually)))
            : Problems.Invalid(errors);
    }

    static SchedulePreview Show(string description, IReadOnlyList<Occurrence> upcoming) => new(
        description,
        [.. upcoming.Select(occurrence => occurrence.At)],
        [.. upcoming.Where(occurrence => occurrence.Note is not null)
            .Select(occurrence => new ScheduleNote(occurrence.At, occurrence.Note!))]);
}
