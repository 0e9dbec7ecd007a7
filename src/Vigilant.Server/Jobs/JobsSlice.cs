using Vigilant.Server.Hosting;

namespace Vigilant.Server.Jobs;

static class JobsSlice
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobStore>();
        services.AddSingleton<SlugDirectory>();
        services.AddPass<ResumeJobs>();
        services.AddPass<FollowSlugChanges>();
        return services;
    }

    public static RouteGroupBuilder MapJobs(this RouteGroupBuilder v1)
    {
        v1.MapJob();
        v1.MapJobList();
        v1.MapSchedulePreview();
        return v1;
    }
}
