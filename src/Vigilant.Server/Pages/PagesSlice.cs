using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;
using Vigilant.Dashboard.Operations;
using Vigilant.Dashboard.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Pages.Runs;

namespace Vigilant.Server.Pages;

static class PagesSlice
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<PartRenderer>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<ICurrentProject, ProjectOfRequest>();
        services.AddSingleton<IPageFrame, FrameStore>();
        services.AddSingleton<IJobBoard, JobBoard>();
        services.AddSingleton<JobDetailsReader>();
        services.AddSingleton<ILimitBoard, LimitBoard>();
        services.AddSingleton<IRunBoard, RunBoard>();
        services.AddSingleton<JobNames>();
        services.AddSingleton<LastErrors>();
        services.AddSingleton<AnyRun>();
        services.AddSingleton<RunNumbersReader>();
        services.AddSingleton<IRunSearch, RunSearchBoard>();
        services.AddSingleton<IRunOverview, RunOverviewBoard>();
        services.AddSingleton<IRunTimeline, RunTimelineBoard>();
        services.AddSingleton<IOperationBoard, OperationBoard>();
        services.AddSingleton<IOperationActions, OperationActions>();
        services.AddSingleton<IAlertBoard, AlertBoard>();
        services.AddSingleton<IChannelBoard, ChannelBoard>();
        services.AddSingleton<IJobActions, JobActions>();
        services.AddSingleton<IRunActions, RunActions>();
        services.AddSingleton<IAlertActions, AlertActions>();
        services.AddSingleton<IChannelActions, ChannelActions>();
        services.AddPass<SampleWatchedPages>();
        return services;
    }

    /// <summary>
    /// Headers and error pages, before anything that answers. An error page is found by routing anew, so routing comes after; said
    /// nowhere, it would be done before the path base is taken off.
    /// </summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) =>
        app.UsePageHeaders().UseErrorPages().UseRouting();

    /// <summary>Answers the pages that need a session; sign-in, error pages and assets need none.</summary>
    public static IEndpointConventionBuilder MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapGroup("").ExcludeFromDescription();
        // Pages only show; what changes something is below, behind the session's gate, which looks at the form's token.
        pages.MapRazorComponents<App>().DisableAntiforgery();
        pages.MapLive();
        pages.MapPageForms();
        pages.MapSignalBody();
        pages.MapTheme();
        return new SignedInPages(pages);
    }
}
