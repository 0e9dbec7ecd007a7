using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

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
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsRules>();
        services.AddOptions<AlertOptions>().BindConfiguration(AlertOptions.Section).ValidateOnStart();
        services.AddPass<EvaluateVerdicts>();
        services.AddPass<CloseAlertsOfDeletedJobs>();
        services.AddPass<PurgeAlerts>();
        return services;
    }
}
