using Npgsql;
using Vigilant.Domain.Operations;
using Vigilant.Server.Runs.Removal;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Removes runs that have ended, as if each had been removed alone.</summary>
sealed class DeleteRuns(RunRemover remover) : IRunAction
{
    public RunAction Action => RunAction.Delete;

    public int MostAtOnce => RunRemover.MostAtOnce;

    public async Task<Tally> DoAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        var tally = new TallyCount();
        var found = await ChunkRun.FindAsync(connection, chunk, stopping);
        tally.Skip("it was removed before", chunk.Runs.Count - found.Count);
        tally.Skip("it is in progress", found.Count(run => run.IsActive));
        tally.Skip("it no longer matched", found.Count(run => !run.IsActive && !run.Matches));
        foreach (var job in found.Where(run => !run.IsActive && run.Matches).GroupBy(run => run.Job, run => run.Run))
        {
            var runs = job.ToArray();
            var removed = await remover.RemoveAsync(connection, chunk.Operation.ProjectId, job.Key, runs, stopping);
            tally.Change(removed.Count);
            // They are there, they have ended, and their job is locked: what else would keep them?
            tally.Skip("it is pinned", runs.Length - removed.Count);
        }

        return tally.ToTally();
    }
}
