using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Server.Runs.Removal;

/// <summary>
/// Removes runs that have ended, with their signals and bodies. Their slots keep their ids, and their names are remembered: what
/// comes late is answered, and makes nothing. Whoever removes runs one by one does it here.
/// </summary>
sealed class RunRemover(NpgsqlDataSource database, NodeClock clock)
{
    /// <summary>As many in one transaction: their job is held that long, and its pings wait.</summary>
    public const int MostAtOnce = 500;

    static readonly string Touch = Sql.Of<RunRemover>("touch_job.sql");
    static readonly string Remove = Sql.Of<RunRemover>("remove_runs.sql");
    static readonly string FindLeft = Sql.Of<RunRemover>("left_runs.sql");

    /// <summary>Removes runs of one job in as many transactions as it takes; pinned ones and those in progress are left.</summary>
    public async Task<Removal> RemoveAsync(Guid project, Guid job, IEnumerable<Guid> runs, CancellationToken stopping)
    {
        var removal = new Removal([], []);
        foreach (var some in runs.Distinct().Order(ByteOrder.Comparer).Chunk(MostAtOnce))
        {
            await using var connection = await database.OpenConnectionAsync(stopping);
            await using var transaction = await connection.BeginTransactionAsync(stopping);
            var removed = await RemoveAsync(connection, project, job, some, stopping);
            if (removed.Count < some.Length)
            {
                Guid[] rest = [.. some.Except(removed.Select(run => run.Id))];
                removal.Left.AddRange(await FindLeftAsync(connection, job, rest, stopping));
            }

            await transaction.CommitAsync(stopping);
            removal.Removed.AddRange(removed);
        }

        return removal;
    }

    /// <summary>
    /// Removes up to <see cref="MostAtOnce"/> runs of one job in the transaction of the caller, which holds the job's state from here
    /// on. Returns those that are gone: what is counted of runs is counted down by them, here and nowhere else.
    /// </summary>
    public async Task<List<RemovedRun>> RemoveAsync(
        NpgsqlConnection connection, Guid project, Guid job, IReadOnlyCollection<Guid> runs, CancellationToken stopping)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs.Count, MostAtOnce);
        return runs.Count == 0 || !await TouchAsync(connection, project, job, stopping)
            ? []
            : await DeleteAsync(connection, project, job, [.. runs], stopping);
    }

    static async Task<bool> TouchAsync(NpgsqlConnection connection, Guid project, Guid job, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Touch, connection);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("project", project);
        return await command.ExecuteNonQueryAsync(stopping) == 1;
    }

    async Task<List<RemovedRun>> DeleteAsync(NpgsqlConnection connection, Guid project, Guid job, Guid[] runs, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Remove, connection);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("ids", runs);
        command.Parameters.AddWithValue("least", runs.Min(ByteOrder.Comparer));
        command.Parameters.AddWithValue("most", runs.Max(ByteOrder.Comparer));
        command.Parameters.AddWithValue("now", clock.Now);
        var removed = await command.ReadAllAsync(row => new RemovedRun(row.GetGuid(0), (RunState)row.GetInt16(1)), stopping);
        await TallyInbox.AddAsync(connection, project, job, [.. removed.Select(CountDown)], stopping);
        return removed;
    }

    static TallyChange CountDown(RemovedRun run) => TallyChange.Kept(TimeOrderedId.TimeOf(run.Id), run.State, -1);

    static async Task<List<LeftRun>> FindLeftAsync(NpgsqlConnection connection, Guid job, Guid[] runs, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(FindLeft, connection);
        command.Parameters.AddWithValue("job_id", job);
        command.Parameters.AddWithValue("ids", runs);
        return await command.ReadAllAsync(row => new LeftRun(row.GetGuid(0), (LeftBecause)row.GetInt32(1)), stopping);
    }
}
