using Npgsql;
using Vigilant.Domain.Operations;
using Vigilant.Server.Runs.Removal;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Lets go of pinned runs, as if each had been let go of alone.</summary>
sealed class UnpinRuns(RunPins pins) : IRunAction
{
    public RunAction Action => RunAction.Unpin;

    public int MostAtOnce => int.MaxValue;

    public async Task<Tally> DoAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        var tally = new TallyCount();
        var runs = await ChunkRun.FindMeantAsync(connection, chunk, tally, stopping);
        var unpinned = await pins.UnpinAsync(connection, chunk.Operation.ProjectId, runs.Select(run => run.Run), stopping);
        tally.Change(unpinned);
        tally.Skip("it was not pinned", runs.Length - unpinned);
        return tally.ToTally();
    }
}
