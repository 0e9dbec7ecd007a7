using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Starts the private server again when it has ended: killed, out of memory, disk full.</summary>
sealed class SupervisePostgres(
    PrivateCluster cluster, WatchStorage storage, NpgsqlDataSource database, IOptions<DataOptions> data, ILogger<SupervisePostgres> log) : IPass
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Never = TimeSpan.FromHours(1);

    TimeSpan _rest = Glance;

    public string Name => "supervise the private database";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        if (data.Value.Database is not null)
        {
            return new PassResult(0, Never);
        }

        if (cluster.IsRunning)
        {
            _rest = Glance;
            return new PassResult(0, Glance);
        }

        return await RestartAsync(stopping);
    }

    async Task<PassResult> RestartAsync(CancellationToken stopping)
    {
        log.PostgresEnded(cluster.Place.Cluster);
        try
        {
            storage.MakeRoomForRecovery();
            await cluster.StartAsync(stopping);
            // Its sessions are gone; without this each pooled connection would fail somebody once.
            database.Clear();
            return new PassResult(1, Glance);
        }
        catch (StartRefusedException refused)
        {
            _rest = _rest * 2 < LongestRest ? _rest * 2 : LongestRest;
            log.RestartFailed(refused.Message, _rest);
            return new PassResult(0, _rest);
        }
    }
}
