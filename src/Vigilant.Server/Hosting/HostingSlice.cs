namespace Vigilant.Server.Hosting;

static class HostingSlice
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<NodeClock>();
        services.AddSingleton<PassHealth>();
        services.AddSingleton<RecentGaps>();
        services.AddSingleton<IStorageRoom, AlwaysRoom>();
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
}
