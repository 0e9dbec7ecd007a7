using Vigilant.Server.Signals.Doors.Ping;

namespace Vigilant.Server.Signals;

static class SignalsSlice
{
    static readonly PathString Pings = "/ping";

    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddSingleton<PingTarget>();
        services.AddSingleton<PingEndpoint>();
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
}
