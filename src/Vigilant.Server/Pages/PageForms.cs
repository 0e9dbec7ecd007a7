using Microsoft.AspNetCore.Mvc;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Server.Access;

namespace Vigilant.Server.Pages;

/// <summary>What the forms of the pages send. Each ends with a redirect, so that a reload does nothing twice.</summary>
static class PageForms
{
    const string Somebody = "somebody on the pages";

    public static void MapPageForms(this IEndpointRouteBuilder pages)
    {
        // The gate before the session has looked at the form's token.
        var forms = pages.MapGroup("").DisableAntiforgery();
        forms.MapPost("jobs/{job:guid}/pause", PauseAsync);
        forms.MapPost("jobs/{job:guid}/resume", ResumeAsync);
        forms.MapPost("runs/{run:guid}/request-kill", RequestKillAsync);
        forms.MapPost("runs/{run:guid}/pin", PinAsync);
        forms.MapPost("runs/{run:guid}/unpin", UnpinAsync);
        forms.MapPost("alerts/{alert:guid}/acknowledge", AcknowledgeAsync);
        forms.MapPost("alerts/{alert:guid}/resolve", ResolveAsync);
        forms.MapPost("channels/{channel:guid}/test", TestAsync);
        forms.MapOperationForms();
    }

    static async Task<IResult> PauseAsync(
        ProjectId project, Guid job, HttpContext http, [FromServices] IJobActions actions, [FromForm] PauseFields fields)
    {
        var until = fields.Until is { } local ? new DateTimeOffset(local, TimeSpan.Zero) : (DateTimeOffset?)null;
        var outcome = await actions.PauseAsync(
            project.Value, job, Name(fields.By), fields.Why?.Trim() ?? "", until, http.RequestAborted);
        return Answer(http, outcome, $"jobs/{job}");
    }

    static async Task<IResult> ResumeAsync(ProjectId project, Guid job, HttpContext http, [FromServices] IJobActions actions) =>
        Answer(http, await actions.ResumeAsync(project.Value, job, Somebody, http.RequestAborted), $"jobs/{job}");

    static async Task<IResult> RequestKillAsync(
        ProjectId project, Guid run, HttpContext http, [FromServices] IRunActions actions, [FromForm] KillFields fields)
    {
        var outcome = await actions.RequestKillAsync(
            project.Value, run, Name(fields.By), fields.Why?.Trim() ?? "", http.RequestAborted);
        return Answer(http, outcome, $"runs/{run}");
    }

    static async Task<IResult> PinAsync(
        ProjectId project, Guid run, HttpContext http, [FromServices] IRunActions actions, [FromForm] PinFields fields)
    {
        var outcome = await actions.PinAsync(
            project.Value, run, Name(fields.By), fields.Why?.Trim() ?? "", http.RequestAborted);
        return Answer(http, outcome, $"runs/{run}");
    }

    static async Task<IResult> UnpinAsync(ProjectId project, Guid run, HttpContext http, [FromServices] IRunActions actions) =>
        Answer(http, await actions.UnpinAsync(project.Value, run, http.RequestAborted), $"runs/{run}");

    static async Task<IResult> AcknowledgeAsync(
        ProjectId project, Guid alert, HttpContext http, [FromServices] IAlertActions actions, [FromForm] AlertFields fields)
    {
        var outcome = await actions.AcknowledgeAsync(
            project.Value, alert, Name(fields.By), fields.Note?.Trim() ?? "", http.RequestAborted);
        return Answer(http, outcome, fields.Back ?? $"alerts/{alert}");
    }

    static async Task<IResult> ResolveAsync(
        ProjectId project, Guid alert, HttpContext http, [FromServices] IAlertActions actions, [FromForm] AlertFields fields)
    {
        var outcome = await actions.ResolveAsync(
            project.Value, alert, Name(fields.By), fields.Note?.Trim() ?? "", http.RequestAborted);
        return Answer(http, outcome, fields.Back ?? $"alerts/{alert}");
    }

    static async Task<IResult> TestAsync(ProjectId project, Guid channel, HttpContext http, [FromServices] IChannelActions actions) =>
        Answer(http, await actions.TestAsync(project.Value, channel, http.RequestAborted), "channels");

    static string Name(string? by) => by?.Trim() is { Length: > 0 } name ? name : Somebody;

    static IResult Answer(HttpContext http, ActionOutcome outcome, string back) => outcome switch
    {
        ActionOutcome.Done => PageRedirect.To(http, back),
        ActionOutcome.NotFound => TypedResults.StatusCode(StatusCodes.Status404NotFound),
        ActionOutcome.Refused refused => PageRedirect.Refused(refused.Why, back),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
