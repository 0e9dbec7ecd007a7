using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Access;

static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        // Before pages that answer POST at the same address.
        endpoints.MapPost("/sign-in/{token}", SignInAsync).WithOrder(-1).DisableAntiforgery();
        endpoints.MapPost("/sign-out", SignOutAsync).WithOrder(-1).RequireSession();
    }

    static async Task<IResult> SignInAsync(string token, HttpContext context, SignInLinks links, Sessions sessions)
    {
        if (!CameFromHere(context.Request))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "The form came from another site. Open the link itself.");
        }

        if (await links.RedeemAsync(token, context.RequestAborted) is not { } project)
        {
            return SeeOther(context, "/sign-in?link=closed");
        }

        await sessions.StartAsync(context, project);
        return SeeOther(context, "/");
    }

    static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions)
    {
        await sessions.EndAsync(context);
        return SeeOther(context, "/sign-in");
    }

    // Whoever holds the token may sign in; that a stranger's page signs somebody in as the stranger is kept out here.
    static bool CameFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    static StatusCodeHttpResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = $"{context.Request.PathBase}{path}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
