using System.Text.Json.Serialization;

namespace Vigilant.Server.Hosting.Health;

static class HealthSlice
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services
            .AddSingleton<IReadinessPart, PassesAreFresh>()
            .AddSingleton<Readiness>();

    /// <summary>For supervisors: is the process alive, and can it do its work?</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", ["GET", "HEAD"], () => Results.Ok()).ExcludeFromDescription();
        app.MapMethods("/health/ready", ["GET", "HEAD"], ReadyAsync).ExcludeFromDescription();
    }

    static async Task<IResult> ReadyAsync(Readiness readiness, HttpContext context)
    {
        var report = await readiness.AskAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, HealthJson.Default.ReadinessReport, statusCode: report.Ready ? 200 : 503);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReadinessReport))]
sealed partial class HealthJson : JsonSerializerContext;
