using Vigilant.Server.Access;
using Vigilant.Server.Detection;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Jobs;
using Vigilant.Server.Notifications;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs;
using Vigilant.Server.Signals;

namespace Vigilant.Server;

static class Program
{
    public static async Task Main(string[] args)
    {
        await using var app = Build(args);
        await app.RunAsync();
    }

    /// <summary>The map of the server, in the order of the flow.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "Vigilant.Server",
        });
        builder.Services
            .AddHosting()
            .AddHttp()
            .AddPostgres()
            .AddAccess()          // whose request it is
            .AddJobs()            // what should happen
            .AddSignals()         // what jobs tell us
            .AddRuns()            // what we make of it
            .AddDetection()       // is anything late, long or silent?
            .AddNotifications();  // who hears of it, and how
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseHttp();
        app.UseAccess();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapSignals();
        app.MapAccess();
        app.MapV1()
            .MapJobs()
            .MapNotifications();
        return app;
    }
}
