using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Runs.Removal;

/// <summary>Resources that runs name: a resource is there as long as a run of it is.</summary>
static class ResourceEndpoints
{
    public static void MapResources(this RouteGroupBuilder v1)
    {
        var resources = v1.MapGroup("/resources/{kind}/{id}").WithTags("Runs");
        resources.MapGet("", GetAsync).WithName("GetResource")
            .WithSummary("What runs there are for a resource: counts by state and job, first and last, the newest.")
            .Produces<Resource>()
            .ProducesValidationProblem();
        resources.MapDelete("", DeleteAsync).WithName("DeleteResource")
            .WithSummary("Removes the runs of a resource that have ended, up to 10,000 in one request: 202 says that there are more.")
            .Produces<ResourceRemoval>()
            .Produces<ResourceRemoval>(StatusCodes.Status202Accepted)
            .ProducesValidationProblem();
    }

    static async Task<IResult> GetAsync(string kind, string id, ProjectId project, Resources resources, CancellationToken stopping) =>
        Refuse(kind, id) is { None: false } errors
            ? Problems.Invalid(errors)
            : TypedResults.Ok(await resources.FindAsync(project.Value, Whole(kind), Whole(id), stopping));

    static async Task<IResult> DeleteAsync(
        string kind, string id, string? pinned, ProjectId project, Resources resources, CancellationToken stopping)
    {
        var errors = Refuse(kind, id);
        errors.AddIf("pinned", pinned is null or "true" or "false" ? null : "is true or false");
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var removal = await resources.RemoveAsync(project.Value, Whole(kind), Whole(id), pinned == "true", stopping);
        return removal.Complete ? TypedResults.Ok(removal) : TypedResults.Json(removal, statusCode: StatusCodes.Status202Accepted);
    }

    // A slash is the one letter that an address keeps as it was written.
    static string Whole(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    // PostgreSQL refuses NUL, and no run can be told with it.
    static FieldErrors Refuse(string kind, string id)
    {
        var errors = new FieldErrors();
        errors.AddIf("kind", kind.Contains('\0', StringComparison.Ordinal) ? "is text without NUL" : null);
        errors.AddIf("id", id.Contains('\0', StringComparison.Ordinal) ? "is text without NUL" : null);
        return errors;
    }
}
