using Vigilant.Server.Signals.Doors.Ping;

namespace Vigilant.Server.Signals;

static class SignalsSlice
{
    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddSingleton<PingTarget>();
        services.AddSingleton<PingEndpoint>();
        return services;
    }

    public static IEndpointRouteBuilder MapSignals(this IEndpointRouteBuilder app)
    {
        var ping = app.ServiceProvider.GetRequiredService<PingEndpoint>();
        // Answered where it is routed: nothing that stands behind routing has a say in a ping.
        app.Map("/ping/{**path}", (RequestDelegate)ping.HandleAsync).ShortCircuit().ExcludeFromDescription();
        return app;
    }
}
