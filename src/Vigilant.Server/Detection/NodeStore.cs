using Npgsql;
using Vigilant.Domain.Detection;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Detection;

sealed class NodeStore(NpgsqlDataSource database)
{
    static readonly string BeatText = Sql.Of<NodeStore>("beat.sql");
    static readonly string LeaveText = Sql.Of<NodeStore>("leave.sql");
    static readonly string AddGapText = Sql.Of<NodeStore>("gap_add.sql");
    static readonly string RecentGapsText = Sql.Of<NodeStore>("gaps_recent.sql");

    public async Task<Beat> BeatAsync(
        ThisNode node, DateTimeOffset appliedUntil, DateTimeOffset acceptedUntil, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(BeatText);
        command.Parameters.AddWithValue("id", node.Id);
        command.Parameters.AddWithValue("name", node.Name);
        command.Parameters.AddWithValue("started_at", node.StartedAt);
        command.Parameters.AddWithValue("applied_until", appliedUntil);
        command.Parameters.AddWithValue("accepted_until", acceptedUntil);
        await using var row = await command.ExecuteReaderAsync(stopping);
        await row.ReadAsync(stopping);
        return new Beat(At(row, 0), At(row, 1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset>(3));
    }

    public async Task LeaveAsync(ThisNode node, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(LeaveText);
        command.Parameters.AddWithValue("id", node.Id);
        command.Parameters.AddWithValue("now", node.Clock.Now);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task AddGapAsync(Gap gap, string reason, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(AddGapText);
        command.Parameters.AddWithValue("from", gap.From);
        command.Parameters.AddWithValue("until", gap.Until);
        command.Parameters.AddWithValue("reason", reason);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task<List<Gap>> RecentGapsAsync(DateTimeOffset since, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(RecentGapsText);
        command.Parameters.AddWithValue("since", since);
        await using var row = await command.ExecuteReaderAsync(stopping);
        var gaps = new List<Gap>();
        while (await row.ReadAsync(stopping))
        {
            gaps.Add(new Gap(row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1)));
        }

        return gaps;
    }

    static DateTimeOffset? At(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
