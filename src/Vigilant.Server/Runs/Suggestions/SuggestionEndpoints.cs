using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Jobs;

namespace Vigilant.Server.Runs.Suggestions;

/// <summary>The limits that the last runs of a job speak for.</summary>
static class SuggestionEndpoints
{
    public static RouteGroupBuilder MapSuggestions(this RouteGroupBuilder v1)
    {
        v1.MapGet("/services/{service}/jobs/{job}/suggestions", GetAsync).WithTags("Jobs").WithName("SuggestLimits")
            .WithSummary("The limits that the last runs of a job speak for. Nothing is set by it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return v1;
    }

    static async Task<Results<Ok<LimitSuggestions>, ProblemHttpResult>> GetAsync(
        [AsParameters] JobAddress address, ProjectId project, JobStore jobs, LimitSuggester suggester)
    {
        if (await jobs.FindAsync(address.KeyIn(project), address.Aborted) is not { } job)
        {
            return JobEndpoints.NotFound(address);
        }

        var limits = await suggester.SuggestAsync(
            project.Value, job.Id, job.Definition.Schedule, job.Definition.Timezone, address.Aborted);
        return TypedResults.Ok(new LimitSuggestions
        {
            BasedOn = limits.BasedOn,
            MaxRuntimeSeconds = Said(limits.MaxRuntime),
            MinRuntimeSeconds = Said(limits.MinRuntime),
            MaxWaitSeconds = Said(limits.MaxWait),
            HeartbeatSeconds = Said(limits.Heartbeat),
            GraceSeconds = Said(limits.Grace),
        });
    }

    static LimitSuggestion? Said(SuggestedLimit? limit) => limit is null ? null : new LimitSuggestion(limit.Seconds, limit.Because);
}
