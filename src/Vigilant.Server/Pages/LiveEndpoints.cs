using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Live;
using Vigilant.Dashboard.Operations;
using Vigilant.Dashboard.Runs;
using Vigilant.Server.Access;

namespace Vigilant.Server.Pages;

/// <summary>One stream of changed parts for each page that can be watched, at the page's own address below <c>/live</c>.</summary>
static class LiveEndpoints
{
    const string LastEventId = "Last-Event-ID";

    public static void MapLive(this IEndpointRouteBuilder pages)
    {
        var live = pages.MapGroup("live");
        live.MapGet("jobs", Jobs);
        live.MapGet("jobs/{job:guid}", Job);
        live.MapGet("runs", Runs);
        live.MapGet("runs/{run:guid}", Run);
        live.MapGet("operations", Operations);
        live.MapGet("operations/{operation:guid}", Operation);
        live.MapGet("alerts", Alerts);
        live.MapGet("alerts/{alert:guid}", Alert);
    }

    static ServerSentEventsResult<string> Jobs(
        ProjectId project, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchJobs(project.Value, JobFilter.Of(http.Request.Query)), seen);

    static ServerSentEventsResult<string> Job(
        ProjectId project, Guid job, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchJob(project.Value, job), seen);

    static ServerSentEventsResult<string> Runs(
        ProjectId project, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchRuns(project.Value), seen);

    static ServerSentEventsResult<string> Run(
        ProjectId project, Guid run, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchRun(project.Value, run), seen);

    static ServerSentEventsResult<string> Operations(
        ProjectId project, Guid? before, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchOperations(project.Value, before), seen);

    static ServerSentEventsResult<string> Operation(
        ProjectId project, Guid operation, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchOperation(project.Value, operation), seen);

    static ServerSentEventsResult<string> Alerts(
        ProjectId project, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchAlerts(project.Value, AlertFilter.Of(http.Request.Query)), seen);

    static ServerSentEventsResult<string> Alert(
        ProjectId project, Guid alert, LiveHub hub, HttpContext http, [FromHeader(Name = LastEventId)] string? seen) =>
        Stream(hub, http, new WatchAlert(project.Value, alert), seen);

    static ServerSentEventsResult<string> Stream(LiveHub hub, HttpContext http, ILiveView view, string? seen)
    {
        // Some proxies hold a stream back until it ends, unless they are told.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(hub.WatchAsync(view, seen, http.RequestAborted));
    }
}
