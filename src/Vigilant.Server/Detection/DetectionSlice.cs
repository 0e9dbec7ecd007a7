using Vigilant.Server.Hosting;

namespace Vigilant.Server.Detection;

static class DetectionSlice
{
    public static IServiceCollection AddDetection(this IServiceCollection services)
    {
        services.AddSingleton<NodeStore>();
        services.AddSingleton<WaterLine>();
        services.AddSingleton<ThisNode>();
        services.AddPass<KeepBeat>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepBeat>());
        services.AddPass<JudgeDeadlines>();
        return services;
    }
}
