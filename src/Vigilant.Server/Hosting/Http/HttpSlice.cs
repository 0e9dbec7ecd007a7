using Vigilant.Contracts;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Hosting.Http;

static class HttpSlice
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiErrors>();
        services.ConfigureHttpJsonOptions(json => VigilantJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddVigilantOptions<PublicAddressOptions, PublicAddressOptions.Rules>("Vigilant");
        services.AddSingleton<PublicAddress>();
        services.AddApiDocument();
        return services;
    }

    /// <summary>Every error below /v1 leaves as problem details, also those of routing.</summary>
    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal),
            api => api.UseStatusCodePages(pages => ExplainAsync(pages.HttpContext)));
        return app;
    }

    static Task ExplainAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var detail = status switch
        {
            StatusCodes.Status404NotFound => "Nothing is at this address. /openapi/v1.json lists what is.",
            StatusCodes.Status405MethodNotAllowed =>
                $"This address does not answer {context.Request.Method}, only {context.Response.Headers.Allow}.",
            _ => "The request could not be served. /openapi/v1.json says what this address takes.",
        };
        return Problems.Of(status, detail).ExecuteAsync(context);
    }
}
