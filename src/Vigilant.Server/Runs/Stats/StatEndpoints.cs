using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Runs in numbers.</summary>
static class StatEndpoints
{
    public static RouteGroupBuilder MapRunStats(this RouteGroupBuilder v1)
    {
        v1.MapGroup("/runs").WithTags("Runs").MapGet("/stats", StatsAsync).WithName("GetRunStatistics")
            .WithSummary("How many runs there are of each state, how many ended, how long they took and waited.")
            .ProducesValidationProblem();
        return v1;
    }

    static async Task<Results<Ok<RunStatistics>, ProblemHttpResult>> StatsAsync(
        HttpContext http, ProjectId project, Statistics counted, RowStatistics ofRows)
    {
        var errors = new FieldErrors();
        var asked = StatQuery.Read(http.Request.Query, errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        return TypedResults.Ok(asked.NeedsRows
            ? await ofRows.ReadAsync(project.Value, asked, http.RequestAborted)
            : await counted.ReadAsync(project.Value, asked, http.RequestAborted));
    }
}
