using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Alerts;

static class AlertEndpoints
{
    const int LongestName = 200;
    const int LongestNote = 2000;

    public static RouteGroupBuilder MapAlerts(this RouteGroupBuilder v1)
    {
        var alerts = v1.MapGroup("/alerts").WithTags("Alerts");
        alerts.MapGet("", ListAsync).WithName("ListAlerts").WithSummary("Alerts, the newest first.").ProducesValidationProblem();
        alerts.MapGet("/{id:guid}", GetAsync).WithName("GetAlert").WithSummary("An alert and who was told of it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapHand(alerts.MapPost("/{id:guid}/acknowledge", AcknowledgeAsync).WithName("AcknowledgeAlert")
            .WithSummary("Says that somebody looks at it; nobody else is told."));
        MapHand(alerts.MapPost("/{id:guid}/resolve", ResolveAsync).WithName("ResolveAlert")
            .WithSummary("Ends it by hand; the next problem of the job opens a new alert."));
        return v1;
    }

    static void MapHand(RouteHandlerBuilder hand) => hand
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    static async Task<Results<Ok<AlertList>, ProblemHttpResult>> ListAsync(
        [AsParameters] AlertQuery query, ProjectId project, AlertQueries alerts, CancellationToken stopping)
    {
        if (!query.TryRead(out var filter, out var errors))
        {
            return Problems.Invalid(errors);
        }

        var page = await alerts.ListAsync(project.Value, filter, stopping);
        return TypedResults.Ok(new AlertList(page, page.Count == filter.Limit ? AlertCursor.Behind(page[^1]).Write() : null));
    }

    static async Task<Results<Ok<AlertDetail>, ProblemHttpResult>> GetAsync(
        Guid id, ProjectId project, AlertQueries alerts, CancellationToken stopping) =>
        await alerts.FindAsync(project.Value, id, stopping) is { } alert
            ? TypedResults.Ok(new AlertDetail(alert, await alerts.NotificationsOfAsync(project.Value, id, stopping)))
            : NotThere(id);

    static async Task<Results<Ok<Alert>, ProblemHttpResult>> AcknowledgeAsync(
        Guid id, JsonBody<AlertAction> body, ProjectId project, AlertDoor door, CancellationToken stopping) =>
        WhatIsWrong(body) is { } problem
            ? problem
            : await AnswerAsync(id, project, door, await door.AcknowledgeAsync(project.Value, id, body.Value!, stopping), stopping);

    static async Task<Results<Ok<Alert>, ProblemHttpResult>> ResolveAsync(
        Guid id, JsonBody<AlertAction> body, ProjectId project, AlertDoor door, CancellationToken stopping) =>
        WhatIsWrong(body) is { } problem
            ? problem
            : await AnswerAsync(id, project, door, await door.ResolveAsync(project.Value, id, body.Value!, stopping), stopping);

    static async Task<Results<Ok<Alert>, ProblemHttpResult>> AnswerAsync(
        Guid id, ProjectId project, AlertDoor door, HandWork outcome, CancellationToken stopping) => outcome switch
        {
            HandWork.AlreadyResolved(var at, var by) => Problems.Conflict(
                $"The alert was resolved at {Words.Instant(at)} by {by} and never opens again. "
                + "If the job has a problem again, a new alert opens: see GET /v1/alerts?state=firing."),
            HandWork.Done when await door.FindAsync(project.Value, id, stopping) is { } alert => TypedResults.Ok(alert),
            _ => NotThere(id),
        };

    static ProblemHttpResult? WhatIsWrong(JsonBody<AlertAction> body)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        var errors = body.Errors;
        var wrong = new FieldErrors();
        CheckWho(body.Value!.Who, wrong);
        if (body.Value.Note is { Length: > LongestNote } note)
        {
            wrong.Add("note", $"must have at most {LongestNote} characters, has {note.Length}");
        }

        errors.AddMissing(wrong);
        return errors.None ? null : Problems.Invalid(errors);
    }

    static void CheckWho(string? who, FieldErrors errors)
    {
        if (who is null || string.IsNullOrWhiteSpace(OutputTail.Readable(who)))
        {
            errors.Add("who", "is missing: say whose hand it is");
        }
        else if (who.Length > LongestName)
        {
            errors.Add("who", $"must have at most {LongestName} characters, has {who.Length}");
        }
    }

    static ProblemHttpResult NotThere(Guid id) =>
        Problems.NotFound($"This project has no alert {id}. Find its alerts with GET /v1/alerts.");
}
