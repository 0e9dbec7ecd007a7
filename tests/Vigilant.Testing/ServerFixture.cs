using Xunit;

namespace Vigilant.Testing;

/// <summary>One server for a test class: <c>IClassFixture&lt;ServerFixture&gt;</c>.</summary>
public class ServerFixture : IAsyncLifetime
{
    TestServer? _server;

    public TestServer Server => _server ?? throw new InvalidOperationException("The server has not started yet.");

    public HttpClient Client => Server.Client;

    protected virtual TestServerSettings Settings => new();

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
