using Npgsql;
using NpgsqlTypes;
using Vigilant.Dashboard.Alerts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

sealed class AlertBoard(NpgsqlDataSource database) : IAlertBoard
{
    const int PageSize = 25;
    static readonly string Open = Sql.Of<AlertBoard>("alerts_open.sql");
    static readonly string Resolved = Sql.Of<AlertBoard>("alerts_resolved.sql");
    static readonly string One = Sql.Of<AlertBoard>("alert.sql");
    static readonly string Notifications = Sql.Of<AlertBoard>("alert_notifications.sql");

    public async Task<AlertList> ListAsync(Guid project, AlertFilter filter, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var showsOpen = filter is { State: not "resolved", Before: null };
        var open = showsOpen ? await ReadAsync(connection, Open, project, filter, stopping) : [];
        var showsResolved = filter.State is null or "resolved";
        var resolved = showsResolved ? await ReadAsync(connection, Resolved, project, filter, stopping) : [];
        var page = resolved.Take(PageSize).ToArray();
        return new AlertList(new(open), new(page), resolved.Count > PageSize ? page[^1].Id : null);
    }

    public async Task<AlertDetails?> FindAsync(Guid project, Guid alert, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var found = await OfAlertAsync(connection, One, project, alert, AlertRows.Read, stopping);
        return found is [var row]
            ? new AlertDetails(
                row, new(await OfAlertAsync(connection, Notifications, project, alert, AlertRows.ReadNotification, stopping)))
            : null;
    }

    static async Task<List<AlertRow>> ReadAsync(
        NpgsqlConnection connection, string sql, Guid project, AlertFilter filter, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("limit", PageSize + 1);
        Add("state", NpgsqlDbType.Text, filter.State);
        Add("severity", NpgsqlDbType.Text, filter.Severity);
        Add("service", NpgsqlDbType.Text, filter.Service);
        Add("text", NpgsqlDbType.Text, filter.Text);
        Add("before", NpgsqlDbType.Uuid, filter.Before);
        return await command.ReadAllAsync(AlertRows.Read, stopping);

        void Add(string name, NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
    }

    static async Task<List<T>> OfAlertAsync<T>(
        NpgsqlConnection connection, string sql, Guid project, Guid alert, Func<NpgsqlDataReader, T> map, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("alert", alert);
        return await command.ReadAllAsync(map, stopping);
    }
}
