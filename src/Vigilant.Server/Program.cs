using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Commands;
using Vigilant.Server.Hosting.Settings;
using Vigilant.Server.Postgres;

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
            .AddPostgres();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.RefuseWrongSettings();
        app.UseHosting();
        app.MapHosting();
        return app;
    }
}
