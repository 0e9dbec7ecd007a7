using Microsoft.Net.Http.Headers;

namespace Vigilant.Server.Pages;

/// <summary>What a browser may do with a page of ours: nothing but load our own files.</summary>
static class PageHeaders
{
    // data: is for the icons in the style sheet.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(Add, context.Response);
            return next(context);
        });

    static Task Add(object state)
    {
        var response = (HttpResponse)state;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "same-origin";
            response.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true }.ToString();
        }

        return Task.CompletedTask;
    }
}
