using Npgsql;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Where removed runs are told of, in the transaction that removes them: so counts agree with rows at every moment.</summary>
static class TallyInbox
{
    static readonly string Insert = Sql.Of<FoldTallies>("insert_tally.sql");

    public static async Task AddAsync(
        NpgsqlConnection connection, Guid project, Guid job, IReadOnlyList<TallyChange> changes, CancellationToken stopping)
    {
        if (changes.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("tally", default(RunTally).With(changes).Bytes);
        await command.ExecuteNonQueryAsync(stopping);
    }
}
