using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Removes alerts that have been resolved for long, and the locks of jobs that are gone.</summary>
sealed class PurgeAlerts(NpgsqlDataSource database, IOptions<AlertOptions> options, NodeClock clock) : IPass
{
    const int Batch = 1000;
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    static readonly string Alerts = Sql.Of<AlertRow>("purge_alerts.sql");
    static readonly string Subjects = Sql.Of<AlertRow>("purge_subjects.sql");

    public string Name => "purge alerts";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var before = clock.Now.AddDays(-options.Value.KeepResolvedDays);
        await using var connection = await database.OpenConnectionAsync(stopping);
        var alerts = await new Statement(connection, Alerts).With("before", before).With("batch", Batch).ExecuteAsync(stopping);
        var subjects = await new Statement(connection, Subjects).With("batch", Batch).ExecuteAsync(stopping);
        return new PassResult(alerts + subjects, alerts == Batch || subjects == Batch ? TimeSpan.Zero : Rest);
    }
}
