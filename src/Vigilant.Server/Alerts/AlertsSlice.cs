using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Alerts;

static class AlertsSlice
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertLinks>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<AlertOutbox>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<AlertsByHand>();
        services.AddSingleton<AlertQueries>();
        services.AddSingleton<AlertDoor>();
        services.AddVigilantOptions<AlertOptions, AlertOptionsRules>(AlertOptions.Section);
        services.AddPass<EvaluateVerdicts>();
        services.AddPass<CloseAlertsOfDeletedJobs>();
        services.AddPass<PurgeAlerts>();
        return services;
    }
}
