using Vigilant.Server.Hosting;
using Vigilant.Server.Pages;
using Vigilant.Server.Postgres;

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
            .AddPostgres()
            .AddPages();
        // The product runs from its build output, where the pages' files lie beside their sources.
        builder.WebHost.UseStaticWebAssets();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UsePages();
        app.MapPages();
        return app;
    }
}
