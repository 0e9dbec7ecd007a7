using Vigilant.Server.Hosting.Health;
using Vigilant.Server.Hosting.Listening;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Hosting;

static class HostingSlice
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddSettings();
        services.AddListening();
        services.AddHealth();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<NodeClock>();
        services.AddSingleton<PassHealth>();
        services.AddSingleton<RecentGaps>();
        return services;
    }

    /// <summary>Registers a pass and its loop.</summary>
    public static IServiceCollection AddPass<TPass>(this IServiceCollection services)
        where TPass : class, IPass
    {
        services.AddSingleton<TPass>();
        services.AddHostedService<PassLoop<TPass>>();
        return services;
    }

    /// <summary>Comes first among the middleware.</summary>
    public static void UseHosting(this WebApplication app) => app.UseListening();

    public static void MapHosting(this IEndpointRouteBuilder app) => app.MapHealth();
}
