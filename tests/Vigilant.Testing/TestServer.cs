using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Vigilant.Server;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs;

namespace Vigilant.Testing;

/// <summary>The whole server on a port of its own and a real database; the keys of its first project are known.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string ApiKey = "TestApiKey0123456789abcdefghijkl";
    public const string PingKey = "TestPingKey0123456789a";

    readonly WebApplication _app;
    readonly TestDatabase? _owned;

    TestServer(WebApplication app, TestDatabase database, TestDatabase? owned)
    {
        _app = app;
        _owned = owned;
        Database = database;
        Address = new Uri(app.Urls.First());
        Anonymous = NewClient();
        Client = NewClient();
        Client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    public TestDatabase Database { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Sends the first project's API key with every request.</summary>
    public HttpClient Client { get; }

    /// <summary>Sends no key.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>Starts the server: on a new database unless one is given (then it stays), at the system's time unless a clock is given.</summary>
    public static async Task<TestServer> StartAsync(TestServerSettings? settings = null)
    {
        settings ??= new TestServerSettings();
        var owned = settings.Database is null ? await TestDatabase.CreateAsync() : null;
        var database = settings.Database ?? owned!;
        var app = Program.Build(Arguments(database, settings), builder => Adjust(builder, settings));
        await app.StartAsync();
        return new TestServer(app, database, owned);
    }

    /// <summary>A client without redirects and cookies of its own, so that a test sees what was really answered.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    static string[] Arguments(TestDatabase database, TestServerSettings settings)
    {
        var values = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Vigilant:Database"] = database.ConnectionString,
        };
        if (settings.WithKeys)
        {
            values["Vigilant:ApiKey"] = ApiKey;
            values["Vigilant:PingKey"] = PingKey;
        }

        foreach (var (key, value) in settings.Configuration)
        {
            values[key] = value;
        }

        return [.. values.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    static void Adjust(WebApplicationBuilder builder, TestServerSettings settings)
    {
        builder.Logging.ClearProviders();
        if (settings.Clock is not null)
        {
            builder.Services.AddSingleton(settings.Clock);
        }

        if (!(settings.Loops ?? settings.Clock is null))
        {
            RemoveLoops(builder.Services);
        }

        settings.Adjust?.Invoke(builder);
    }

    // The writer stays: without it no signal would be answered.
    static void RemoveLoops(IServiceCollection services)
    {
        var loops = services.Where(service =>
            service.ImplementationType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(PassLoop<>)
            && type != typeof(PassLoop<WriteSignals>));
        foreach (var loop in loops.ToArray())
        {
            services.Remove(loop);
        }
    }
}
