using Vigilant.Server.Hosting;

namespace Vigilant.Server.Alerts;

static class AlertsSlice
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<AlertOutbox>();
        services.AddSingleton<AlertDesk>();
        services.AddPass<EvaluateVerdicts>();
        return services;
    }
}
