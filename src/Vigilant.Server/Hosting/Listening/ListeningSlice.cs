using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Hosting.Listening;

static class ListeningSlice
{
    public static IServiceCollection AddListening(this IServiceCollection services)
    {
        services.AddVigilantOptions<ListeningOptions, ListeningRules>(ListeningOptions.Section);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ListeningOptions>>(Secure);
        // Handlers await and do not block, so a request needs no second hop through the pool.
        services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ListeningOptions>>(Believe);
        return services;
    }

    /// <summary>Comes first among the middleware: what follows sees the address that the caller used.</summary>
    public static void UseListening(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ListeningOptions>>().Value;
        app.Urls.Clear();
        foreach (var url in options.EachUrl())
        {
            app.Urls.Add(url);
        }

        app.UseForwardedHeaders();
        if (options.PathBase is { Length: > 0 } pathBase)
        {
            app.UsePathBase(pathBase);
        }
    }

    // Loaded when an https address is bound, which is after the settings were looked at.
    static void Secure(KestrelServerOptions kestrel, IOptions<ListeningOptions> options) =>
        kestrel.ConfigureHttpsDefaults(defaults => defaults.ServerCertificate = options.Value.Https.Load().Certificate);

    static void Believe(ForwardedHeadersOptions headers, IOptions<ListeningOptions> options)
    {
        headers.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.Value.EachProxy())
        {
            if (ProxyNetwork.TryParse(proxy, out var network))
            {
                headers.KnownIPNetworks.Add(network);
            }
        }
    }
}
