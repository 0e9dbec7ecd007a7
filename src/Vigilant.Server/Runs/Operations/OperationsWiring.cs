using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Operations;

static class OperationsWiring
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton(new OperationPace());
        services.AddSingleton<OperationStore>();
        services.AddSingleton<OperationLedger>();
        services.AddSingleton<OperationPreviews>();
        services.AddSingleton<OperationWork>();
        services.AddSingleton<RunFinder>();
        services.AddSingleton<IRunAction>(StatedAction.RequestKill);
        services.AddSingleton<IRunAction>(StatedAction.Label);
        services.AddSingleton<IRunAction>(StatedAction.AskRetry);
        services.AddSingleton<IRunAction, DeleteRuns>();
        services.AddSingleton<IRunAction, PinRuns>();
        services.AddSingleton<IRunAction, UnpinRuns>();
        services.AddPass<DoOperations>();
        return services;
    }
}
