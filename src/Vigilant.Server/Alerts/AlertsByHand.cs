using Npgsql;
using Vigilant.Domain.Alerts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>What people do to alerts, in one hand with what verdicts do to them.</summary>
sealed class AlertsByHand(NpgsqlDataSource database, AlertOutbox outbox, ILogger<AlertsByHand> log)
{
    static readonly string Hold = Sql.Of<AlertRow>("hold_subject_of.sql");
    static readonly string Reread = Sql.Of<AlertRow>("reread.sql");

    /// <summary>Somebody looks at it. Nobody else is told.</summary>
    public Task<HandWork> AcknowledgeAsync(
        Guid project, Guid alert, string who, string? note, DateTimeOffset now, CancellationToken stopping) =>
        ChangeAsync(project, alert, async (connection, row) =>
        {
            var acknowledged = row with
            {
                State = AlertState.Acknowledged,
                AcknowledgedAt = now,
                AcknowledgedBy = who,
                Note = note ?? row.Note,
                UpdatedAt = now,
            };
            await AlertStore.WriteAsync(connection, [acknowledged], [], stopping);
            log.Acknowledged(alert, who);
        }, stopping);

    /// <summary>It is over for those who look at it; a later verdict of a problem opens a new alert.</summary>
    public Task<HandWork> ResolveAsync(
        Guid project, Guid alert, string who, string? note, DateTimeOffset now, CancellationToken stopping) =>
        ChangeAsync(project, alert, async (connection, row) =>
        {
            var resolved = row.End(who, "resolved by hand", now) with { Note = note ?? row.Note };
            await AlertStore.WriteAsync(connection, [resolved], [], stopping);
            await outbox.TellEndAsync(connection, [resolved], now, stopping);
            log.ResolvedByHand(alert, who);
        }, stopping);

    async Task<HandWork> ChangeAsync(
        Guid project, Guid alert, Func<NpgsqlConnection, AlertRow, Task> change, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await new Statement(connection, Hold).With("project", project).With("alert", alert).ReadAsync(row => row.GetGuid(0), stopping);

        // Read anew behind the lock: whoever held it may have resolved the alert.
        var rows = await new Statement(connection, Reread).With("project", project).With("alert", alert)
            .ReadAsync(AlertStore.Map, stopping);
        switch (rows.SingleOrDefault())
        {
            case null:
                return new HandWork.NotThere();
            case { State: AlertState.Resolved } row:
                return new HandWork.AlreadyResolved(row.ResolvedAt!.Value, row.ResolvedBy ?? "signal");
            case { } row:
                await change(connection, row);
                await transaction.CommitAsync(stopping);
                return new HandWork.Done();
        }
    }
}
