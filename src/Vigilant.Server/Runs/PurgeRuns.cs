using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Removes the weeks of runs and signals that are wholly older than what is kept, and ended runs' keys after seven days.</summary>
sealed class PurgeRuns(NpgsqlDataSource database, NodeClock clock, IOptions<RunOptions> options) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    static readonly string Find = Sql.Of<PurgeRuns>("partitions_before.sql");
    static readonly string Drop = Sql.Of<PurgeRuns>("drop_partition.sql");
    static readonly string PurgeKeys = Sql.Of<PurgeRuns>("purge_run_keys.sql");

    public string Name => "purge runs";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        var kept = now.AddDays(-options.Value.KeepDays);
        var dropped = await DropAsync("other_signal", kept, stopping) + await DropAsync("run", kept, stopping);
        await using var keys = database.CreateCommand(PurgeKeys);
        keys.Parameters.AddWithValue("before", now - EndedRun.Remembered);
        await keys.ExecuteNonQueryAsync(stopping);
        return new PassResult(dropped, Rest);
    }

    async Task<int> DropAsync(string table, DateTimeOffset kept, CancellationToken stopping)
    {
        // A week that began seven days before the limit ends at it.
        var partitions = await FindAsync(table, kept.AddDays(-6), stopping);
        foreach (var partition in partitions)
        {
            await using var command = database.CreateCommand(Drop);
            command.Parameters.AddWithValue("parent", table);
            command.Parameters.AddWithValue("partition", partition);
            await command.ExecuteNonQueryAsync(stopping);
        }

        return partitions.Count;
    }

    async Task<List<string>> FindAsync(string table, DateTimeOffset before, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("parent", table);
        command.Parameters.AddWithValue("before", before.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        await using var row = await command.ExecuteReaderAsync(stopping);
        var found = new List<string>();
        while (await row.ReadAsync(stopping))
        {
            found.Add(row.GetString(0));
        }

        return found;
    }
}
