using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;
using Vigilant.Server.Runs.Operations;
using Vigilant.Server.Runs.Queries;
using Vigilant.Server.Runs.Removal;
using Vigilant.Server.Runs.Stats;
using Vigilant.Server.Runs.Suggestions;

namespace Vigilant.Server.Runs;

static class RunsSlice
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddVigilantOptions<RunOptions, RunOptions.Rules>(RunOptions.Section);
        services.AddSingleton<SignalIntake>();
        services.AddSingleton<TrimQueue>();
        services.AddSingleton<ISignalIntake>(provider => provider.GetRequiredService<SignalIntake>());
        services.AddSingleton<Answers>();
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<IJobChanges, JobChanges>();
        services.AddSingleton<CommonMarks>();
        services.AddSingleton<FirstWeek>();
        services.AddSingleton<RunReader>();
        services.AddSingleton<LimitSuggester>();
        services.AddSingleton<RunRemover>();
        services.AddSingleton<RunJobs>();
        services.AddSingleton<RunPins>();
        services.AddSingleton<RetentionStore>();
        services.AddSingleton<JobPurge>();
        services.AddSingleton<Resources>();
        services.AddSingleton<Weeks>();
        services.AddPass<KeepPartitions>();
        services.AddPass<WriteSignals>();
        services.AddPass<TrimSignals>();
        services.AddPass<PurgeRuns>();
        services.AddOperations();
        services.AddSingleton<RunStats>();
        services.AddSingleton<FilteredJobs>();
        services.AddSingleton<Statistics>();
        services.AddSingleton<RowStatistics>();
        services.AddPass<FoldTallies>();
        services.AddPass<PurgeRollups>();
        services.AddPass<ExpireRuns>();
        return services;
    }
}
