using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Comes first of all that starts, and goes last.</summary>
sealed class StartPrivateServer(PrivateCluster cluster, WatchStorage storage, IOptions<DataOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Database is null)
        {
            cluster.Claim();
            storage.MakeRoomForRecovery();
            await cluster.StartAsync(cancellationToken);
            storage.Look();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => cluster.StopAsync();
}
