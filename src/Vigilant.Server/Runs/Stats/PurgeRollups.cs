using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Removes hours of which only the day is still asked for, and days that are wholly of the past.</summary>
sealed class PurgeRollups(NpgsqlDataSource database, NodeClock clock, IOptions<RunOptions> options) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromHours(1);
    static readonly string Purge = Sql.Of<PurgeRollups>("purge_rollups.sql");

    public string Name => "purge rollups";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        await using var command = database.CreateCommand(Purge);
        command.Parameters.AddWithValue("hours_before", now - StatRange.HoursKept);
        command.Parameters.AddWithValue("days_before", now.AddDays(-options.Value.HistoryDays));
        return new PassResult(await command.ExecuteNonQueryAsync(stopping), Rest);
    }
}
