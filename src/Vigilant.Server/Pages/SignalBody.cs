using Vigilant.Dashboard.Jobs;
using Vigilant.Server.Access;

namespace Vigilant.Server.Pages;

/// <summary>A signal's body as it was sent. A stranger may have written it, so no browser is to show it as a page.</summary>
static class SignalBody
{
    public static void MapSignalBody(this IEndpointRouteBuilder pages) =>
        pages.MapGet("jobs/{job:guid}/signals/{signal:guid}/body", DownloadAsync);

    static async Task<IResult> DownloadAsync(ProjectId project, Guid job, Guid signal, HttpContext http, IJobBoard board)
    {
        if (await board.BodyAsync(project.Value, job, signal, http.RequestAborted) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(body, "text/plain; charset=utf-8", $"signal-{signal}.txt");
    }
}
