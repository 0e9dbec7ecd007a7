using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
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
        runs.MapPost("/pin", PinAsync).WithName("PinRun")
            .WithSummary("Pins a run, in progress or over: nothing removes it until it is let go of. A pin that is there stays as it is.")
            .ProducesValidationProblem();
        runs.MapDelete("/pin", UnpinAsync).WithName("UnpinRun").WithSummary("Lets go of a pinned run, if it is pinned.");
        var retention = v1.MapGroup("/retention").WithTags("Runs");
        retention.MapGet("", async (ProjectId project, RetentionStore store, CancellationToken stopping) =>
                TypedResults.Ok(await store.FindAsync(project.Value, stopping)))
            .WithName("GetRetention").WithSummary("How long runs are kept, by the state they ended in, for the project and its services.");
        retention.MapPut("", PutRetentionAsync)
            .WithName("PutRetention").WithSummary("Replaces how long runs are kept for the project and its services; jobs say it in their settings.")
            .ProducesValidationProblem();
        v1.MapResources();
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

    static async Task<Results<Ok<RunPin>, ProblemHttpResult>> PinAsync(
        Guid id, JsonBody<PinRequest> body, ProjectId project, RunPins pins, CancellationToken stopping)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        body.Errors.AddMissing(PinRules.Check(body.Value!));
        if (!body.Errors.None)
        {
            return Problems.Invalid(body.Errors);
        }

        return await pins.PinAsync(project.Value, [id], PinRules.Who(body.Value!.Who), PinRules.Why(body.Value!.Why), stopping) == 1
            && await pins.FindAsync(project.Value, id, stopping) is { } pin
                ? TypedResults.Ok(pin)
                : NoSuchRun(id);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> UnpinAsync(
        Guid id, ProjectId project, RunPins pins, RunJobs jobs, CancellationToken stopping)
    {
        var isThere = await pins.UnpinAsync(project.Value, [id], stopping) == 1
            || (await jobs.FindAsync(project.Value, [id], stopping)).Count == 1;
        return isThere ? TypedResults.NoContent() : NoSuchRun(id);
    }

    static async Task<Results<Ok<Retention>, ProblemHttpResult>> PutRetentionAsync(
        JsonBody<RetentionSettings> body, ProjectId project, RetentionStore store, CancellationToken stopping)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        RetentionRule.Check("project", body.Value!.Project, body.Errors);
        foreach (var (service, lengths) in body.Value.Services ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
        {
            body.Errors.AddIf("services", JobNames.Refuse(service));
            RetentionRule.Check("services", lengths, body.Errors);
        }

        return body.Errors.None
            ? TypedResults.Ok(await store.ReplaceAsync(project.Value, body.Value, stopping))
            : Problems.Invalid(body.Errors);
    }

    static ProblemHttpResult NoSuchRun(Guid id) =>
        Problems.NotFound($"There is no run {id}, or it was removed already. GET /v1/runs lists those that are.");
}
