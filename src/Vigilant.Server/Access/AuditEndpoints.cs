using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Access;

/// <summary>Who did what.</summary>
static class AuditEndpoints
{
    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder v1)
    {
        v1.MapGet("/audit", ListAsync).WithTags("Audit").WithName("ListAudit")
            .WithSummary("Who did what, when and why, and how many it changed; the latest first.")
            .ProducesValidationProblem();
        return v1;
    }

    static async Task<Results<Ok<AuditList>, ProblemHttpResult>> ListAsync(
        HttpContext http, ProjectId project, AuditLog audit)
    {
        var errors = new FieldErrors();
        var (limit, behind) = PageQuery.Read(http.Request.Query, errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var found = await audit.ListAsync(project.Value, behind, limit + 1, http.RequestAborted);
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new AuditList(page, found.Count > limit ? page[^1].Id.ToString() : null));
    }
}
