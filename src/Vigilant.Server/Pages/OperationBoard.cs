using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Operations;
using Vigilant.Domain;
using Vigilant.Domain.Operations;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

/// <summary>Reads the pages of operations.</summary>
sealed class OperationBoard(NpgsqlDataSource database, NodeClock clock) : IOperationBoard
{
    const int PageSize = 25;
    static readonly string One = Fill("operation.sql");
    static readonly string Many = Fill("operations.sql");

    public async Task<OperationList> ListAsync(Guid project, Guid? before, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Many);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("before", NpgsqlDbType.Uuid, before);
        command.Parameters.AddWithValue("limit", PageSize + 1);
        var found = await command.ReadAllAsync(Read, stopping);
        var page = found.Take(PageSize).ToArray();
        return new OperationList(new(page), found.Count > PageSize ? page[^1].Id : null);
    }

    public async Task<OperationRow?> FindAsync(Guid project, Guid operation, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("operation", operation);
        var found = await command.ReadAllAsync(Read, stopping);
        return found.Count == 0 ? null : found[0];
    }

    OperationRow Read(NpgsqlDataReader row)
    {
        var (done, startedAt, endedAt) = (row.GetInt64(10), row.TimeOrNull(15), row.TimeOrNull(16));
        return new OperationRow(
            row.GetGuid(0),
            (RunAction)row.GetInt16(1),
            (OperationState)row.GetInt16(2),
            row.IsDBNull(3) ? Words.Count(row.GetInt32(4), "run") : Which(row.GetString(3)),
            row.IsDBNull(5) ? null : Labels(row.GetString(5)),
            row.TextOrNull(6),
            row.TextOrNull(7),
            row.GetInt64(8),
            row.GetBoolean(9),
            done,
            row.GetInt64(11),
            Skipped(row.GetString(12)),
            row.TextOrNull(13),
            row.Time(14),
            endedAt,
            startedAt is { } start ? Rate(done, (endedAt ?? clock.Now) - start) : null);
    }

    static string Which(string json)
    {
        var filter = JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!;
        return filter.Count == 0 ? "all runs" : string.Join(", ", filter.Select(one => $"{one.Key} {string.Join(" or ", one.Value)}"));
    }

    static string Labels(string json) => string.Join(
        ", ", JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.Select(label => $"{label.Key}: {label.Value}"));

    static ValueList<SkippedRuns> Skipped(string json) =>
        new([.. JsonSerializer.Deserialize<Dictionary<string, long>>(json)!.Select(one => new SkippedRuns(one.Key, one.Value))]);

    static double? Rate(long done, TimeSpan took) => took > TimeSpan.Zero ? done / took.TotalSeconds : null;

    static string Fill(string file) =>
        Sql.Of<OperationBoard>(file).Replace("{columns}", Sql.Of<OperationBoard>("operation_columns.sql"), StringComparison.Ordinal);
}
