using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Jobs;
using Vigilant.Server;
using Vigilant.Server.Access;
using Vigilant.Testing;

namespace Vigilant.Browser;

/// <summary>The whole server on a free port with a database of its own, signed in as <see cref="Project"/>.</summary>
sealed class Site : IAsyncDisposable
{
    readonly WebApplication _app;

    Site(TestDatabase database, Guid project, WebApplication app, string pathBase)
    {
        Database = database;
        Project = project;
        _app = app;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address + pathBase + "/");
    }

    public TestDatabase Database { get; }

    public Guid Project { get; }

    public Uri Address { get; }

    public static async Task<Site> StartAsync(string pathBase = "")
    {
        var database = await TestDatabase.CreateAsync();
        var project = await Seed.ProjectAsync(database);
        var app = Program.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Vigilant:Database", database.ConnectionString)]);
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            var actions = new DirectActions(database);
            builder.Services.AddSingleton<IJobActions>(actions);
            builder.Services.AddSingleton<IAlertActions>(actions);
            builder.Services.AddSingleton<IChannelActions>(actions);
            builder.Services.AddSingleton<IStartupFilter>(new SignedIn(project, pathBase));
        });
        await app.StartAsync();
        return new Site(database, project, app, pathBase);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    sealed class SignedIn(Guid project, string pathBase) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UsePathBase(pathBase);
            app.Use((HttpContext context, RequestDelegate rest) =>
            {
                ProjectId.Set(context, project);
                return rest(context);
            });
            next(app);
        };
    }
}
