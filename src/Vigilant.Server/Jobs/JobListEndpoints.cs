using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Jobs;

/// <summary>The jobs of a project, page by page.</summary>
static class JobListEndpoints
{
    const int MostAtOnce = 500;
    const int UsuallyAtOnce = 100;

    public static void MapJobList(this RouteGroupBuilder v1) =>
        v1.MapGet("/jobs", ListAsync).WithTags("Jobs").WithName("ListJobs")
            .WithSummary("The jobs of the project by service, name and id, as far as they match every filter given.")
            .ProducesValidationProblem();

    static async Task<Results<Ok<JobList>, ProblemHttpResult>> ListAsync(
        [AsParameters] JobQuery query, ProjectId project, JobStore store, PublicAddress address, HttpContext context)
    {
        var errors = new FieldErrors();
        var filter = query.Read(context.Request.Query, errors);
        var limit = query.Limit ?? UsuallyAtOnce;
        if (limit is < 1 or > MostAtOnce)
        {
            errors.Add("limit", $"must be from 1 to {MostAtOnce}, was {limit}");
        }

        var behind = query.Cursor is null ? null : JobCursor.Read(query.Cursor, filter);
        if (query.Cursor is not null && behind is null)
        {
            errors.Add("cursor", "was not made under this filter; begin again without it");
        }

        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var (jobs, more) = await store.ListAsync(project.Value, filter, behind, limit, context.RequestAborted);
        var seenAt = address.Of(context.Request);
        return TypedResults.Ok(new JobList(
            [.. jobs.Select(job => job.ToContract(seenAt))],
            more ? JobCursor.Behind(jobs[^1]).Write(filter) : null));
    }
}
