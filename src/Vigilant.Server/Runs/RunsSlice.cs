using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

static class RunsSlice
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<SignalIntake>();
        services.AddSingleton<ISignalIntake>(provider => provider.GetRequiredService<SignalIntake>());
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<IJobChanges, JobChanges>();
        services.AddPass<KeepPartitions>();
        services.AddPass<WriteSignals>();
        return services;
    }
}
