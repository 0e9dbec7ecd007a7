using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Notifications;

/// <summary>The delivery log.</summary>
static class NotificationEndpoints
{
    public static void MapDeliveryLog(this RouteGroupBuilder v1) =>
        v1.MapGet("/notifications", ListAsync).WithTags("Channels").WithName("ListNotifications")
            .WithSummary("What was told to whom, and what was not, the latest first.")
            .ProducesValidationProblem();

    static async Task<Results<Ok<NotificationList>, ProblemHttpResult>> ListAsync(
        [AsParameters] DeliveryQuery query, ProjectId project, DeliveryLog log, CancellationToken stopping)
    {
        var errors = new FieldErrors();
        var filter = query.Read(errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var found = await log.ListAsync(project.Value, filter, query.AtMost + 1, stopping);
        var page = found.Take(query.AtMost).ToList();
        var cursor = found.Count > page.Count ? new DeliveryCursor(page[^1].CreatedAt, page[^1].Id).Write() : null;
        return TypedResults.Ok(new NotificationList(page, cursor));
    }
}
