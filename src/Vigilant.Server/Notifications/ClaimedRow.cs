using Npgsql;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

static class ClaimedRow
{
    public static ClaimedNotification Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetGuid(2),
            row.GetInt64(3),
            Enum.Parse<NotificationEvent>(row.GetString(4), ignoreCase: true),
            row.GetString(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetInt32(7),
            row.GetBoolean(8))
        {
            Channel = row.IsDBNull(9) ? null : Channel(row),
        };

    static ClaimedChannel Channel(NpgsqlDataReader row) =>
        new(row.GetString(9), row.GetString(10), row.GetString(11), row.Text(12), row.GetBoolean(13))
        {
            DisabledWhy = row.Text(14),
            Failures = row.GetInt32(15),
            FailingSince = row.Time(16),
            LastError = row.Text(17),
        };
}
