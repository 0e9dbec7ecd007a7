using System.Globalization;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Runs and signals are kept in one partition a week; a week without one could not be written to.</summary>
static class Partitions
{
    static readonly string Keep = Sql.Of<Batch>("keep_partition.sql");
    static readonly string[] Tables = ["run", "other_signal"];

    public static bool AreMissing(PostgresException error) =>
        error.SqlState == PostgresErrorCodes.CheckViolation && error.MessageText.Contains("no partition", StringComparison.Ordinal);

    /// <summary>Makes what is missing from the week before <paramref name="now"/> to two weeks after it.</summary>
    public static async Task KeepAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken stopping)
    {
        foreach (var table in Tables)
        {
            for (var week = -1; week <= 2; week++)
            {
                await KeepAsync(database, table, FirstDay(now.AddDays(7 * week)), stopping);
            }
        }
    }

    static async Task KeepAsync(NpgsqlDataSource database, string table, DateTimeOffset from, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Keep);
        command.Parameters.AddWithValue("parent", table);
        command.Parameters.AddWithValue("partition", $"{table}_{from.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        command.Parameters.AddWithValue("from", TimeOrderedId.LeastOf(from));
        command.Parameters.AddWithValue("to", TimeOrderedId.LeastOf(from.AddDays(7)));
        await command.ExecuteNonQueryAsync(stopping);
    }

    static DateTimeOffset FirstDay(DateTimeOffset at) =>
        new(at.UtcDateTime.Date.AddDays(-(((int)at.UtcDateTime.DayOfWeek + 6) % 7)), TimeSpan.Zero);
}
