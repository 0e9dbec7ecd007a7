using Vigilant.Server.Access;
using Vigilant.Server.Alerts;
using Vigilant.Server.Detection;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Commands;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Hosting.Settings;
using Vigilant.Server.Jobs;
using Vigilant.Server.Notifications;
using Vigilant.Server.Pages;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs;
using Vigilant.Server.Runs.Export;
using Vigilant.Server.Runs.Operations;
using Vigilant.Server.Runs.Queries;
using Vigilant.Server.Runs.Removal;
using Vigilant.Server.Runs.Stats;
using Vigilant.Server.Signals;

namespace Vigilant.Server;

static class Program
{
    public static Task<int> Main(string[] args) => Commands.RunAsync(args, () => Build(args));

    /// <summary>The map of the server, in the order of the flow.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = ServerBuilder.New(args);
        builder.Services
            .AddHosting()
            .AddHttp()
            .AddPostgres()
            .AddAccess()          // whose request it is
            .AddJobs()            // what should happen
            .AddSignals()         // what jobs tell us
            .AddRuns()            // what we make of it
            .AddDetection()       // is anything late, long or silent?
            .AddAlerts()          // what is wrong, since when, who should hear
            .AddNotifications()   // who hears of it, and how
            .AddPages();          // what people see of it
        // The product runs from its build output, where the pages' files lie beside their sources.
        builder.WebHost.UseStaticWebAssets();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.RefuseWrongSettings();
        app.UseHosting();
        app.UseSignals();
        app.UsePages();
        app.UseHttp();
        app.UseAccess();
        app.MapHosting();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapAccess();
        app.MapV1()
            .MapJobs()
            .MapSignals()
            .MapRuns()
            .MapOperations()
            .MapRunStats()
            .MapRunExport()
            .MapRemoval()
            .MapAlerts()
            .MapNotifications()
            .MapAudit();
        app.MapPages().RequireSession();
        return app;
    }
}
