namespace Vigilant.Server.Pages;

/// <summary>Browsers that ask for a page get errors as a page; everybody else gets what the endpoint says.</summary>
static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.UseWhen(AsksForPage, pages => pages
            .UseExceptionHandler("/errors/500", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/errors/{0}", createScopeForStatusCodePages: true));

    static bool AsksForPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/ping", StringComparison.Ordinal);
}
