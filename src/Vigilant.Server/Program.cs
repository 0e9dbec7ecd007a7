using Vigilant.Server.Hosting;
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
            .AddPostgres();
        adjust?.Invoke(builder);

        var app = builder.Build();
        return app;
    }
}
