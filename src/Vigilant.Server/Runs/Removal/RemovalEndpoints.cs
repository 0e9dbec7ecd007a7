using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Runs.Removal;

/// <summary>What removes runs, and what keeps them.</summary>
static class RemovalEndpoints
{
    public static RouteGroupBuilder MapRemoval(this RouteGroupBuilder v1)
    {
        var runs = v1.MapGroup("/runs/{id:guid}").WithTags("Runs").ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapDelete("", DeleteAsync).WithName("DeleteRun")
            .WithSummary("Removes a run that has ended, and everything kept of it. Its ids are remembered for seven days.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        return v1;
    }

    static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, ProjectId project, RunJobs jobs, RunRemover remover, CancellationToken stopping)
    {
        var found = await jobs.FindAsync(project.Value, [id], stopping);
        if (found.SingleOrDefault() is not { } job)
        {
            return NoSuchRun(id);
        }

        var removal = await remover.RemoveAsync(project.Value, job.Key, [id], stopping);
        return removal.Left switch
        {
            [] when removal.Removed.Count == 1 => TypedResults.NoContent(),
            [{ Why: LeftBecause.InProgress }] => Problems.Conflict(
                "The run is in progress, and only what has ended is removed. Ask that it be killed, or tell of its end."),
            [{ Why: LeftBecause.Pinned }] => Problems.Conflict(
                $"The run is pinned. DELETE /v1/runs/{id}/pin lets go of it."),
            _ => NoSuchRun(id),
        };
    }

    static ProblemHttpResult NoSuchRun(Guid id) =>
        Problems.NotFound($"There is no run {id}, or it was removed already. GET /v1/runs lists those that are.");
}
