using Npgsql;

namespace Vigilant.Server.Alerts;

/// <summary>Reads columns by name; those that may be null say so.</summary>
static class Columns
{
    public static T Get<T>(this NpgsqlDataReader row, string column) => row.GetFieldValue<T>(row.GetOrdinal(column));

    public static string? Text(this NpgsqlDataReader row, string column) => row.Maybe<string>(column, out var text) ? text : null;

    public static DateTimeOffset? Time(this NpgsqlDataReader row, string column) =>
        row.Maybe<DateTimeOffset>(column, out var time) ? time : null;

    public static Guid? Id(this NpgsqlDataReader row, string column) => row.Maybe<Guid>(column, out var id) ? id : null;

    public static int? Small(this NpgsqlDataReader row, string column) => row.Maybe<short>(column, out var number) ? number : null;

    public static int? Number(this NpgsqlDataReader row, string column) => row.Maybe<int>(column, out var number) ? number : null;

    static bool Maybe<T>(this NpgsqlDataReader row, string column, out T? value)
    {
        var ordinal = row.GetOrdinal(column);
        var isThere = !row.IsDBNull(ordinal);
        value = isThere ? row.GetFieldValue<T>(ordinal) : default;
        return isThere;
    }
}
