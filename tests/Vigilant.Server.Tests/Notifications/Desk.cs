using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Notifications;
using Vigilant.Server.Notifications.Outbound;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

/// <summary>The Notifications slice of one node on a test's database and clock, its passes run by hand.</summary>
sealed class Desk : IAsyncDisposable
{
    readonly ServiceProvider _services;

    public Desk(TestDatabase database, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
            new Microsoft.Extensions.Configuration.ConfigurationManager());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddHosting();
        services.RemoveAll<TimeProvider>();
        services.AddSingleton(clock);
        services.AddSingleton(database.Source);
        services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer>(new NoServer());
        services.AddNotifications();
        services.Configure<OutboundOptions>(options => options.Allow = "127.0.0.0/8, ::1/128");
        adjust?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public HeardLogs Logs { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts what is due, without waiting for it.</summary>
    public Task<PassResult> StartAsync() => Get<DeliverNotifications>().RunOnceAsync(CancellationToken.None);

    /// <summary>Runs the pass until it finds nothing more to do.</summary>
    public async Task DeliverAsync()
    {
        while ((await StartAsync()).Done > 0)
        {
            await Get<InFlight>().SettleAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await Get<InFlight>().StopAsync(now.Token);
        await _services.DisposeAsync();
    }
}
