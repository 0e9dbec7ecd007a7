using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Operations;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Signals;

namespace Vigilant.Server.Runs.Operations;

/// <summary>What is done to many runs at once.</summary>
static class OperationEndpoints
{
    public static RouteGroupBuilder MapOperations(this RouteGroupBuilder v1)
    {
        var operations = v1.MapGroup("/operations").WithTags("Operations");
        operations.MapPost("", AcceptAsync).WithName("StartOperation")
            .WithSummary("Does something to every run that matches a filter, or to those of a list of ids; answers at once.")
            .Produces<Operation>(StatusCodes.Status202Accepted)
            .Produces<OperationPreview>()
            .ProducesValidationProblem();
        operations.MapPost("/preview", PreviewAsync).WithName("PreviewOperation")
            .WithSummary("Says how many runs an operation would be about, and changes nothing.")
            .Produces<OperationPreview>()
            .ProducesValidationProblem();
        operations.MapGet("", ListAsync).WithName("ListOperations").WithSummary("Operations, the newest first.")
            .Produces<OperationList>()
            .ProducesValidationProblem();
        operations.MapGet("/{id:guid}", GetAsync).WithName("GetOperation").WithSummary("How far an operation has come, and what it did.")
            .Produces<Operation>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        operations.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelOperation")
            .WithSummary("Stops an operation; what it has done stays done.")
            .Produces<Operation>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        return v1;
    }

    static async Task<IResult> AcceptAsync(
        HttpContext http, ProjectId project, OperationStore store, OperationPreviews previews, PublicAddress address)
    {
        var (draft, isPreview, problem) = await ReadAsync(http);
        if (draft is null || isPreview)
        {
            return problem ?? await CountAsync(project, draft!, previews, http.RequestAborted);
        }

        var id = await store.AddAsync(project.Value, draft, http.RequestAborted);
        var operation = await store.FindAsync(project.Value, id, address.Of(http.Request), http.RequestAborted);
        return TypedResults.Accepted($"{http.Request.PathBase}/v1/operations/{id}", operation);
    }

    static async Task<IResult> PreviewAsync(HttpContext http, ProjectId project, OperationPreviews previews)
    {
        var (draft, _, problem) = await ReadAsync(http);
        return problem ?? await CountAsync(project, draft!, previews, http.RequestAborted);
    }

    static async Task<IResult> CountAsync(
        ProjectId project, OperationDraft draft, OperationPreviews previews, CancellationToken stopping) =>
        await previews.OfAsync(project.Value, draft, stopping) is { } preview
            ? TypedResults.Ok(preview)
            : Problems.Invalid("filter", "takes longer than 10 seconds to count; narrow it, by a job or by times");

    static async Task<IResult> ListAsync(HttpContext http, ProjectId project, OperationStore store, PublicAddress address)
    {
        var errors = new FieldErrors();
        var (limit, behind) = PageQuery.Read(http.Request.Query, errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        var found = await store.ListAsync(project.Value, behind, limit + 1, address.Of(http.Request), http.RequestAborted);
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new OperationList(page, found.Count > limit ? page[^1].Id.ToString() : null));
    }

    static async Task<IResult> GetAsync(Guid id, HttpContext http, ProjectId project, OperationStore store, PublicAddress address) =>
        await store.FindAsync(project.Value, id, address.Of(http.Request), http.RequestAborted) is { } operation
            ? TypedResults.Ok(operation)
            : NotThere(id);

    static async Task<IResult> CancelAsync(Guid id, HttpContext http, ProjectId project, OperationStore store, PublicAddress address)
    {
        var isCancelled = await store.CancelAsync(project.Value, id, http.RequestAborted);
        return await store.FindAsync(project.Value, id, address.Of(http.Request), http.RequestAborted) switch
        {
            null => NotThere(id),
            { } over when !isCancelled && over.State != OperationState.Cancelled.Word() =>
                Problems.Conflict($"The operation is {over.State} already: there is nothing left to cancel."),
            var cancelled => TypedResults.Ok(cancelled),
        };
    }

    static ProblemHttpResult NotThere(Guid id) =>
        Problems.NotFound($"There is no operation {id}, or it was forgotten. GET /v1/operations lists those that are.");

    static async Task<(OperationDraft? Draft, bool IsPreview, IResult? Problem)> ReadAsync(HttpContext http)
    {
        if (await BodyBytes.ReadAsync(http) is not { } bytes)
        {
            return (null, false, BodyBytes.TooLarge);
        }

        try
        {
            using var json = StoredJson.Parse(bytes);
            var errors = new FieldErrors();
            var reader = new OperationReader(errors);
            var draft = reader.Read(json.RootElement);
            return (draft, reader.IsPreview, draft is null ? Problems.Invalid(errors) : null);
        }
        catch (JsonException broken)
        {
            return (null, false, Problems.Of(StatusCodes.Status400BadRequest, $"The body is no JSON: {broken.Message}"));
        }
    }
}
