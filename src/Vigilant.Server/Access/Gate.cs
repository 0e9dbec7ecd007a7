using Microsoft.AspNetCore.Antiforgery;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Access;

/// <summary>Stands before every endpoint and asks for the credential that it names.</summary>
sealed class Gate(RequestDelegate next, ApiKeys keys, Sessions sessions, IAntiforgery forms)
{
    public Task InvokeAsync(HttpContext context)
    {
        var asked = context.GetEndpoint()?.Metadata.GetMetadata<Credential>();
        return asked switch
        {
            null => next(context),
            _ when asked == Credential.ApiKey => AskForKeyAsync(context),
            _ => AskForSessionAsync(context),
        };
    }

    async Task AskForKeyAsync(HttpContext context)
    {
        var key = ApiKeys.In(context.Request);
        if (key is not null && await keys.FindProjectAsync(key, context.RequestAborted) is { } project)
        {
            ProjectId.Set(context, project);
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Problems.Of(StatusCodes.Status401Unauthorized, key is null
            ? "Send the project's API key in the header X-Api-Key, or as Authorization: Bearer."
            : "The API key is not known: it is mistyped or was revoked. Send a valid one in the header X-Api-Key.")
            .ExecuteAsync(context);
    }

    async Task AskForSessionAsync(HttpContext context)
    {
        if (await sessions.FindProjectAsync(context) is not { } project)
        {
            await SendToSignInAsync(context);
            return;
        }

        if (!await forms.IsRequestValidAsync(context))
        {
            await Problems.Of(StatusCodes.Status400BadRequest,
                "The form was not made for this session or is too old. Reload the page and send it again.")
                .ExecuteAsync(context);
            return;
        }

        ProjectId.Set(context, project);
        await next(context);
    }

    static Task SendToSignInAsync(HttpContext context)
    {
        var wantsPage = HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (wantsPage)
        {
            context.Response.Redirect($"{context.Request.PathBase}/sign-in");
            return Task.CompletedTask;
        }

        return Problems.Of(StatusCodes.Status401Unauthorized, "Sign in first: open /sign-in in a browser.")
            .ExecuteAsync(context);
    }
}
