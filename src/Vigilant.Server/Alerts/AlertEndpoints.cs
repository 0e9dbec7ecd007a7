using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Alerts;

static class AlertEndpoints
{
    const int LongestName = 200;
    const int LongestNote = 2000;

    public static IEndpointRouteBuilder MapAlerts(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/alerts", ListAsync).WithSummary("Lists alerts, the newest first");
        v1.MapGet("/alerts/{id:guid}", GetAsync).WithSummary("One alert and who was told of it");
        v1.MapPost("/alerts/{id:guid}/acknowledge", AcknowledgeAsync).WithSummary("Says that somebody looks at it");
        v1.MapPost("/alerts/{id:guid}/resolve", ResolveAsync).WithSummary("Ends it by hand");
        return v1;
    }

    internal static async Task<Results<Ok<AlertList>, ProblemHttpResult>> ListAsync(
        ProjectId project,
        AlertQueries alerts,
        CancellationToken stopping,
        string? state = null,
        string? job = null,
        int? limit = null,
        string? cursor = null)
    {
        if (!AlertFilter.TryRead(state, job, limit, cursor, out var filter, out var why))
        {
            return Refuse(why);
        }

        var page = await alerts.ListAsync(project.Value, filter, stopping);
        return TypedResults.Ok(new AlertList(page, page.Count == filter.Limit ? AlertCursor.Behind(page[^1]).Write() : null));
    }

    internal static async Task<Results<Ok<AlertDetail>, ProblemHttpResult>> GetAsync(
        ProjectId project, Guid id, AlertQueries alerts, CancellationToken stopping) =>
        await alerts.FindAsync(project.Value, id, stopping) is { } alert
            ? TypedResults.Ok(new AlertDetail(alert, await alerts.NotificationsOfAsync(project.Value, id, stopping)))
            : NotThere(id);

    internal static async Task<Results<Ok<Alert>, ProblemHttpResult>> AcknowledgeAsync(
        ProjectId project, Guid id, AlertAction action, AlertDoor door, CancellationToken stopping) =>
        WhatIsWrong(action) is { } why
            ? Refuse(why)
            : await AnswerAsync(project, id, door, await door.AcknowledgeAsync(project.Value, id, action, stopping), stopping);

    internal static async Task<Results<Ok<Alert>, ProblemHttpResult>> ResolveAsync(
        ProjectId project, Guid id, AlertAction action, AlertDoor door, CancellationToken stopping) =>
        WhatIsWrong(action) is { } why
            ? Refuse(why)
            : await AnswerAsync(project, id, door, await door.ResolveAsync(project.Value, id, action, stopping), stopping);

    static async Task<Results<Ok<Alert>, ProblemHttpResult>> AnswerAsync(
        ProjectId project, Guid id, AlertDoor door, HandWork outcome, CancellationToken stopping) => outcome switch
    {
        HandWork.AlreadyResolved(var at, var by) => TypedResults.Problem(
            title: "The alert is resolved",
            detail: $"The alert was resolved at {Words.Instant(at)} by {by} and never opens again. "
                + "If the job has a problem again, a new alert opens; find it with GET /v1/alerts?state=firing.",
            statusCode: StatusCodes.Status409Conflict),
        HandWork.Done when await door.FindAsync(project.Value, id, stopping) is { } alert => TypedResults.Ok(alert),
        _ => NotThere(id),
    };

    static string? WhatIsWrong(AlertAction action) => action switch
    {
        { Who: null } => "who is missing: say whose hand it is.",
        { Who.Length: > LongestName } => $"who has {action.Who.Length} characters; {LongestName} are allowed.",
        { Note.Length: > LongestNote } => $"note has {action.Note.Length} characters; {LongestNote} are allowed.",
        _ when string.IsNullOrWhiteSpace(OutputTail.Readable(action.Who)) => "who is empty: say whose hand it is.",
        _ => null,
    };

    static ProblemHttpResult Refuse(string why) =>
        TypedResults.Problem(title: "The request cannot be read", detail: why, statusCode: StatusCodes.Status400BadRequest);

    static ProblemHttpResult NotThere(Guid id) => TypedResults.Problem(
        title: "No such alert",
        detail: $"This project has no alert {id}. Find its alerts with GET /v1/alerts.",
        statusCode: StatusCodes.Status404NotFound);
}
