using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Reads how many runs there are and how long they took, from what was counted when they were written.</summary>
sealed class RunStats(NpgsqlDataSource database)
{
    static readonly string Read = Sql.Of<RunStats>("read_counts.sql");

    /// <param name="jobs">Null: all of the project, together.</param>
    public async Task<List<RunCount>> ReadAsync(Guid project, Guid[]? jobs, StatRange range, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await ReadAsync(connection, project, jobs, range, stopping);
    }

    internal static async Task<List<RunCount>> ReadAsync(
        NpgsqlConnection connection, Guid project, Guid[]? jobs, StatRange range, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Read, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("jobs", NpgsqlDbType.Array | NpgsqlDbType.Uuid, jobs);
        command.Parameters.AddWithValue("subjects", jobs ?? [project]);
        command.Parameters.AddWithValue("grain", (short)range.Grain);
        command.Parameters.AddWithValue("from", range.From);
        command.Parameters.AddWithValue("to", range.To);
        command.Parameters.AddWithValue("least", TimeOrderedId.LeastOf(range.From));
        command.Parameters.AddWithValue("most", TimeOrderedId.LeastOf(range.To));
        var counts = new List<RunCount>();
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping))
        {
            Add(counts, row, jobs is null ? project : row.GetGuid(1), range);
        }

        return counts;
    }

    static void Add(List<RunCount> counts, NpgsqlDataReader row, Guid subject, StatRange range)
    {
        switch (row.GetInt16(0))
        {
            case 0:
                var rollup = new Rollup { Kept = row.GetInt64(4) };
                rollup.Ended.Add(TallyCount.Stored(row.GetInt64(5), row.GetFieldValue<byte[]>(6)));
                counts.Add(new RunCount(subject, row.GetFieldValue<DateTimeOffset>(2), (RunState)row.GetInt16(3), rollup));
                break;
            case 1:
                AddTally(counts, new RunTally(row.GetFieldValue<byte[]>(6)), subject, range);
                break;
            default:
                counts.Add(new RunCount(subject, null, (RunState)row.GetInt16(3), new Rollup { Kept = row.GetInt64(4) }));
                break;
        }
    }

    static void AddTally(List<RunCount> counts, RunTally tally, Guid subject, StatRange range)
    {
        var book = new TallyBook();
        book.Add(tally);
        foreach (var (key, count) in book.Entries)
        {
            var at = RollupKey.Of(subject, range.Grain, key).At;
            if (range.Holds(at))
            {
                var one = new Rollup();
                one.Add(key.Kind, count);
                counts.Add(new RunCount(subject, at, key.State, one));
            }
        }
    }
}
