using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Notifications;

/// <summary>What was told to whom, and what was not: for the API and for pages.</summary>
sealed class DeliveryLog(NpgsqlDataSource database)
{
    const int MostOfAnAlert = 200;
    static readonly string List = Sql.Of<DeliveryLog>("notifications_list.sql");

    public async Task<IReadOnlyList<Notification>> ListAsync(
        Guid project, DeliveryFilter filter, int limit, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.AddWithValue("limit", limit);
        Add(command, "id", NpgsqlDbType.Uuid, filter.Id.OrNull());
        Add(command, "alert_id", NpgsqlDbType.Uuid, filter.Alert.OrNull());
        Add(command, "channel_id", NpgsqlDbType.Uuid, filter.Channel.OrNull());
        Add(command, "state", NpgsqlDbType.Text, filter.State is null ? DBNull.Value : filter.State);
        Add(command, "before_at", NpgsqlDbType.TimestampTz, (filter.Behind?.CreatedAt).OrNull());
        Add(command, "before_id", NpgsqlDbType.Uuid, (filter.Behind?.Id).OrNull());
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var found = new List<Notification>();
        while (await reader.ReadAsync(stopping))
        {
            found.Add(Read(reader));
        }

        return found;
    }

    /// <summary>To whom an alert was told, the latest first.</summary>
    public Task<IReadOnlyList<Notification>> OfAlertAsync(Guid project, Guid alert, CancellationToken stopping) =>
        ListAsync(project, new DeliveryFilter { Alert = alert }, MostOfAnAlert, stopping);

    public async Task<Notification?> FindAsync(Guid project, Guid id, CancellationToken stopping) =>
        (await ListAsync(project, new DeliveryFilter { Id = id }, 1, stopping)).SingleOrDefault();

    static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value });

    static Notification Read(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetGuid(0),
            Event = row.GetString(1),
            State = row.GetString(2),
            ChannelId = row.GetGuid(3),
            ChannelName = row.Text(4),
            AlertId = row.Id(5),
            JobId = row.Id(6),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(7),
            NextTryAt = row.GetString(2) == "pending" ? row.Time(8) : null,
            DeliveredAt = row.Time(9),
            Attempts = row.GetInt32(10),
            Status = row.Number(11),
            Error = row.Text(12),
        };
}
