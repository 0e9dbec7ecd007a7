using Npgsql;
using Vigilant.Dashboard.Alerts;

namespace Vigilant.Server.Pages;

static class AlertRows
{
    public static AlertRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.GetInt32(9),
        row.GetBoolean(10),
        row.Time(11),
        row.TimeOrNull(12),
        row.TextOrNull(13),
        row.TextOrNull(14),
        row.TimeOrNull(15),
        row.TextOrNull(16),
        row.TextOrNull(17),
        row.GetInt32(18),
        row.GetInt32(19));

    public static NotificationRow ReadNotification(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.Time(5),
        row.Time(6),
        row.GetInt32(7),
        row.TimeOrNull(8),
        row.NumberOrNull(9),
        row.TextOrNull(10));
}
