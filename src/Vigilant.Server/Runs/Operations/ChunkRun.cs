using Npgsql;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>A run of a chunk that is there, as it stays while its job is locked.</summary>
/// <param name="Matches">The filter still means it.</param>
sealed record ChunkRun(Guid Job, Guid Run, bool IsActive, bool Matches)
{
    static readonly string Matching =
        Sql.Of<ChunkRun>("still_matching.sql").Replace("{conditions}", RunConditions.Text, StringComparison.Ordinal);

    public static async Task<List<ChunkRun>> FindAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Matching, connection);
        RunConditions.Bind(command.Parameters, chunk.Operation.ProjectId, chunk.Filter, jobs: null, behind: null, limit: 0);
        command.Parameters.AddWithValue("chunk_jobs", chunk.JobIds);
        command.Parameters.AddWithValue("chunk_runs", chunk.RunIds);
        return await command.ReadAllAsync(
            row => new ChunkRun(row.GetGuid(0), row.GetGuid(1), row.GetBoolean(2), row.GetBoolean(3)), stopping);
    }

    /// <summary>Those that are there and still match, in whatever state they are; the others are counted as left.</summary>
    public static async Task<(Guid Job, Guid Run)[]> FindMeantAsync(
        NpgsqlConnection connection, Chunk chunk, TallyCount tally, CancellationToken stopping)
    {
        var found = await FindAsync(connection, chunk, stopping);
        var meant = found.Where(run => run.Matches).Select(run => (run.Job, run.Run)).ToArray();
        tally.Skip("it was removed", chunk.Runs.Count - found.Count);
        tally.Skip("it no longer matched", found.Count - meant.Length);
        return meant;
    }
}
