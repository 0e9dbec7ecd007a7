using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Ends what is open of jobs that are gone: no signal will ever end it.</summary>
sealed class CloseAlertsOfDeletedJobs(NpgsqlDataSource database, AlertOutbox outbox, NodeClock clock, ILogger<CloseAlertsOfDeletedJobs> log)
    : IPass
{
    const int Batch = 500;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    static readonly string Claim = Sql.Of<AlertRow>("claim_orphans.sql");

    public string Name => "close alerts of deleted jobs";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        Guid[] jobs = [.. await new Statement(connection, Claim).With("batch", Batch).ReadAsync(row => row.GetGuid(0), stopping)];
        if (jobs.Length > 0)
        {
            var open = await AlertStore.OpenOfAsync(connection, jobs, stopping);
            AlertRow[] closed = [.. open.Values.Select(alert => alert.End("deletion", "the job was deleted", now))];
            await AlertStore.WriteAsync(connection, closed, [], stopping);
            await outbox.TellEndAsync(connection, closed, now, stopping);
            await transaction.CommitAsync(stopping);
            log.ClosedOfDeletedJobs(closed.Length);
        }

        return new PassResult(jobs.Length, jobs.Length == Batch ? TimeSpan.Zero : Rest);
    }
}
