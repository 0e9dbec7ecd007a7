using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Detection;

static class DetectionSlice
{
    public static IServiceCollection AddDetection(this IServiceCollection services)
    {
        services.AddVigilantOptions<DetectionOptions, DetectionOptions.Rules>(DetectionOptions.Section);
        services.AddSingleton<NodeStore>();
        services.AddSingleton<WaterLine>();
        services.AddSingleton<ThisNode>();
        services.AddPass<KeepBeat>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepBeat>());
        services.AddPass<JudgeDeadlines>();
        return services;
    }
}
