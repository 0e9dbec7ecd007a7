namespace Vigilant.Server.Notifications.Outbound;

/// <summary>The HTTP client for addresses that users gave: no proxy, no redirects, no cookies, no credentials, TLS verified.</summary>
sealed class OutboundHttp(OutboundConnector connector, TrustedRoots roots) : IDisposable
{
    readonly HttpMessageInvoker _invoker = new(Handler(connector, roots));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stopping) =>
        _invoker.SendAsync(request, stopping);

    public void Dispose() => _invoker.Dispose();

    static SocketsHttpHandler Handler(OutboundConnector connector, TrustedRoots roots) =>
        new()
        {
            ConnectCallback = async (context, stopping) =>
                await connector.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stopping),
            SslOptions = { CertificateChainPolicy = roots.Policy() },
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 16,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),

            // Names are asked again, so that a moved receiver is found.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
}
