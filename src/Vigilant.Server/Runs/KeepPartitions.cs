using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>Has the partitions of the coming weeks ready. Runs once before everything else, then every hour.</summary>
sealed class KeepPartitions(NpgsqlDataSource database, NodeClock clock) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public string Name => "keep partitions";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        await Partitions.KeepAsync(database, clock.Now, stopping);
        return new PassResult(0, Rest);
    }
}
