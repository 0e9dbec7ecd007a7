using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;
using Vigilant.Server.Hosting;

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
        services.AddPass<SampleWatchedPages>();
        return services;
    }

    /// <summary>Headers and error pages; before anything that answers. An error page is found by routing anew, so routing comes after.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) =>
        app.UsePageHeaders().UseErrorPages().UseRouting();

    /// <summary>The pages that need a session. Sign-in, error pages and assets say themselves that they need none.</summary>
    public static IEndpointConventionBuilder MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapGroup("").ExcludeFromDescription();
        // Every changing request is checked by where it comes from; a token would tie forms to one node's keys.
        pages.MapRazorComponents<App>().WithStaticAssets().DisableAntiforgery();
        pages.MapLive();
        return pages;
    }
}
