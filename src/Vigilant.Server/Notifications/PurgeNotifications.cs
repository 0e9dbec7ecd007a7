using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Notifications;

/// <summary>Deletes finished notifications when their time is over, a thousand at a time.</summary>
sealed class PurgeNotifications(NpgsqlDataSource database, NodeClock clock, IOptions<NotificationOptions> options) : IPass
{
    const int Batch = 1000;
    static readonly TimeSpan RestBetweenBatches = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan RestWhenDone = TimeSpan.FromMinutes(10);
    static readonly string Purge = Sql.Of<PurgeNotifications>("notifications_purge.sql");

    public string Name => "purge notifications";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Purge);
        command.Parameters.AddWithValue("before", TimeOrderedId.LeastOf(clock.Now - options.Value.KeepFor));
        command.Parameters.AddWithValue("batch", Batch);
        var purged = await command.ExecuteNonQueryAsync(stopping);
        return new PassResult(purged, purged == Batch ? RestBetweenBatches : RestWhenDone);
    }
}
