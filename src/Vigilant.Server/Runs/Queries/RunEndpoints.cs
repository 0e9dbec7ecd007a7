using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Runs.Removal;
using Vigilant.Server.Runs.Suggestions;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Runs to look at.</summary>
static class RunEndpoints
{
    const int MostAtOnce = 500;
    const int UsuallyAtOnce = 50;

    public static RouteGroupBuilder MapRuns(this RouteGroupBuilder v1)
    {
        var runs = v1.MapGroup("/runs").WithTags("Runs");
        runs.MapGet("", ListAsync).WithName("ListRuns")
            .WithSummary("Runs by the time of their making, newest first, as far as they match every filter given.")
            .ProducesValidationProblem();
        runs.MapGet("/{id:guid}", GetAsync).WithName("GetRun").WithSummary("A run and everything that was told of it.");
        return v1.MapSuggestions();
    }

    static async Task<Results<Ok<RunList>, ProblemHttpResult>> ListAsync(HttpContext http, ProjectId project, RunReader reader)
    {
        var errors = new FieldErrors();
        var query = http.Request.Query;
        var filter = RunFilterReader.Read(query, errors);
        var limit = ReadLimit(query["limit"], errors);
        var behind = ReadCursor(query, errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var page = await reader.ListAsync(project.Value, filter, behind, limit, http.RequestAborted);
        return TypedResults.Ok(new RunList(page.Runs, page.Next is { } next ? RunCursor.Behind(next, query) : null));
    }

    static async Task<Results<Ok<Run>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, ProjectId project, RunReader reader, RunPins pins)
    {
        if (await reader.FindAsync(project.Value, id, http.RequestAborted) is not { } run)
        {
            return Problems.NotFound(
                $"There is no run {id}: it was removed, or its job keeps no rows of such runs (tracking). GET /v1/runs lists those that are.");
        }

        if (await pins.FindAsync(project.Value, id, http.RequestAborted) is { } pin)
        {
            run.Details["pinned"] = JsonSerializer.SerializeToElement(pin, VigilantJson.Default.RunPin);
        }

        return TypedResults.Ok(run);
    }

    static int ReadLimit(string? given, FieldErrors errors)
    {
        if (given is null)
        {
            return UsuallyAtOnce;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostAtOnce)
        {
            return limit;
        }

        errors.Add("limit", $"must be from 1 to {MostAtOnce}, was {given}");
        return UsuallyAtOnce;
    }

    static Guid? ReadCursor(IQueryCollection query, FieldErrors errors)
    {
        if (query["cursor"] is not [{ } cursor])
        {
            return null;
        }

        var behind = RunCursor.Read(cursor, query);
        errors.AddIf("cursor", behind is null ? "was not made under this filter; begin again without it" : null);
        return behind;
    }
}
