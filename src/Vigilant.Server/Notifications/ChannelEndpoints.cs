using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Notifications;

/// <summary>Channels: where alerts are told.</summary>
static class ChannelEndpoints
{
    public static void MapChannels(this RouteGroupBuilder v1)
    {
        var channels = v1.MapGroup("/channels").WithTags("Channels");
        channels.MapPost("", AddAsync).WithName("AddChannel")
            .WithSummary("Makes a channel. The answer alone holds the secret that its webhooks are signed with.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict);
        channels.MapGet("", ListAsync).WithName("ListChannels").WithSummary("The channels of the project by name.");

        var channel = channels.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        channel.MapGet("", GetAsync).WithName("GetChannel").WithSummary("A channel and how it does.");
        channel.MapPut("", PutAsync).WithName("PutChannel")
            .WithSummary("Replaces a channel's settings. Secrets that are left out, and addresses sent as they were shown, stay.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict);
        channel.MapDelete("", DeleteAsync).WithName("DeleteChannel")
            .WithSummary("Deletes a channel. What still waits for it goes to the fallback channels.");
        channel.MapPost("/test", TestAsync).WithName("TestChannel")
            .WithSummary("Sends a test the way all notifications go, and waits for up to 20 seconds for what becomes of it.");
    }

    static async Task<Results<Created<Channel>, ProblemHttpResult>> AddAsync(
        JsonBody<ChannelSettings> body, ProjectId project, ChannelDesk desk, CancellationToken stopping)
    {
        if ((body.Refused ?? Invalid(body, body.Value!, desk)) is { } problem)
        {
            return problem;
        }

        var row = desk.New(body.Value!);
        return await desk.Store.AddAsync(project.Value, row, stopping)
            ? TypedResults.Created($"/v1/channels/{row.Id}", desk.Kinds.Show(row) with { Secret = row.Secret })
            : NameTaken(row.Name);
    }

    static async Task<Ok<ChannelList>> ListAsync(ProjectId project, ChannelDesk desk, CancellationToken stopping)
    {
        var rows = await desk.Store.ListAsync(project.Value, stopping);
        return TypedResults.Ok(new ChannelList([.. rows.Select(desk.Kinds.Show)]));
    }

    static async Task<Results<Ok<Channel>, ProblemHttpResult>> GetAsync(
        Guid id, ProjectId project, ChannelDesk desk, CancellationToken stopping) =>
        await desk.Store.FindAsync(project.Value, id, stopping) is { } row ? TypedResults.Ok(desk.Kinds.Show(row)) : NotFound(id);

    static async Task<Results<Ok<Channel>, ProblemHttpResult>> PutAsync(
        Guid id, JsonBody<ChannelSettings> body, ProjectId project, ChannelDesk desk, CancellationToken stopping)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        if (await desk.Store.FindAsync(project.Value, id, stopping) is not { } old)
        {
            return NotFound(id);
        }

        var next = desk.Over(old, body.Value!);
        if (Invalid(body, next, desk) is { } problem)
        {
            return problem;
        }

        return await desk.Store.ReplaceAsync(project.Value, ChannelDesk.Row(old, next), stopping)
            && await desk.Store.FindAsync(project.Value, id, stopping) is { } row
            ? TypedResults.Ok(desk.Kinds.Show(row))
            : NameTaken(next.Name!);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, ProjectId project, ChannelDesk desk, CancellationToken stopping) =>
        await desk.Store.DeleteAsync(project.Value, id, stopping) ? TypedResults.NoContent() : NotFound(id);

    static async Task<Results<Ok<ChannelTest>, ProblemHttpResult>> TestAsync(
        Guid id, ProjectId project, ChannelDesk desk, TryChannel trial, CancellationToken stopping) =>
        await desk.Store.FindAsync(project.Value, id, stopping) is { } row
            ? TypedResults.Ok(await trial.RunAsync(project.Value, row, stopping))
            : NotFound(id);

    static ProblemHttpResult? Invalid(JsonBody<ChannelSettings> body, ChannelSettings settings, ChannelDesk desk)
    {
        body.Errors.AddMissing(desk.Kinds.Check(settings));
        return body.Errors.None ? null : Problems.Invalid(body.Errors);
    }

    static ProblemHttpResult NameTaken(string name) =>
        Problems.Conflict($"Another channel is called '{name}'. Choose another name, or change that channel.");

    static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no channel {id}. GET /v1/channels lists those that are.");
}
