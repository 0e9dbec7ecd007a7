using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Jobs;
using Vigilant.Server.Access;
using Vigilant.Testing;

namespace Vigilant.Browser;

/// <summary>The whole server on a free port with a database of its own.</summary>
sealed class Site : IAsyncDisposable
{
    readonly TestServer _server;

    Site(TestDatabase database, TestServer server, Guid project, string pathBase)
    {
        Database = database;
        _server = server;
        Project = project;
        Address = new Uri(server.Address, pathBase + "/");
    }

    public TestDatabase Database { get; }

    /// <summary>The first project, which whoever signs in by the printed link sees.</summary>
    public Guid Project { get; }

    public Uri Address { get; }

    public static async Task<Site> StartAsync(string pathBase = "")
    {
        var database = await TestDatabase.CreateAsync();
        var server = await TestServer.StartAsync(new TestServerSettings
        {
            Database = database,
            Configuration = pathBase.Length == 0
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { ["Vigilant:PathBase"] = pathBase },
            Adjust = builder => ActDirectly(builder.Services, new DirectActions(database)),
        });
        return new Site(database, server, await database.ScalarAsync<Guid>("select id from project"), pathBase);
    }

    /// <summary>A new one-time link, as the server prints it at its start.</summary>
    public async Task<Uri> SignInLinkAsync() => new(
        Address, $"sign-in/{await _server.Services.GetRequiredService<SignInLinks>().CreateAsync(CancellationToken.None)}");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Database.DisposeAsync();
    }

    static void ActDirectly(IServiceCollection services, DirectActions actions)
    {
        services.Replace(ServiceDescriptor.Singleton<IJobActions>(actions));
        services.Replace(ServiceDescriptor.Singleton<IAlertActions>(actions));
        services.Replace(ServiceDescriptor.Singleton<IChannelActions>(actions));
    }
}
