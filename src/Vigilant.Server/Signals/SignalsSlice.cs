using Vigilant.Contracts;
using Vigilant.Server.Access;
using Vigilant.Server.Signals.Doors.Api;
using Vigilant.Server.Signals.Doors.Ping;

namespace Vigilant.Server.Signals;

static class SignalsSlice
{
    static readonly PathString Pings = "/ping";

    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddSingleton<PingTarget>();
        services.AddSingleton<PingEndpoint>();
        services.AddSingleton<RunTarget>();
        services.AddSingleton<RetriedRun>();
        services.AddSingleton<RunDoor>();
        services.AddSingleton<LinesDoor>();
        return services;
    }

    /// <summary>Pings are answered before anything that only pages and the API need.</summary>
    public static void UseSignals(this WebApplication app)
    {
        var ping = app.Services.GetRequiredService<PingEndpoint>();
        app.Use(next => context => context.Request.Path.StartsWithSegments(Pings, out var path)
            ? ping.HandleAsync(context, path.Value)
            : next(context));
    }

    public static RouteGroupBuilder MapSignals(this RouteGroupBuilder v1)
    {
        var runs = v1.MapGroup("").WithTags("Runs").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        runs.MapPost("/runs", (HttpContext http, ProjectId project, RunDoor door) => door.CreateAsync(http, project))
            .WithName("CreateRun").WithSummary("Makes a run, once for each id of the caller's; a job that is not there yet is made on demand.")
            .Produces<RunReceipt>(StatusCodes.Status201Created)
            .Produces<RunReceipt>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone);
        runs.MapPost("/runs/{id:guid}/signals", (HttpContext http, ProjectId project, Guid id, RunDoor door) => door.SignalAsync(http, project, id))
            .WithName("SignalRun").WithSummary("Tells what a run does: queued, started, progress, error, succeeded and so on.")
            .Produces<SignalReceipt>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone);
        runs.MapPost("/signals", (HttpContext http, ProjectId project, LinesDoor door) => door.TakeAsync(http, project))
            .WithName("SendSignals").WithSummary("Takes up to 10,000 signals, one JSON object a line; each line is answered.")
            .Produces<SignalReceipts>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        return v1;
    }
}
