using Npgsql;
using Vigilant.Contracts;
using Vigilant.Domain.Operations;
using Vigilant.Server.Runs.Removal;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Pins runs, in progress or over, as if each had been pinned alone when the operation was asked for.</summary>
sealed class PinRuns : IRunAction
{
    public RunAction Action => RunAction.Pin;

    public int MostAtOnce => int.MaxValue;

    public async Task<Tally> DoAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        var operation = chunk.Operation;
        var pin = new RunPin(PinRules.Who(operation.Who), PinRules.Why(operation.Why), operation.CreatedAt);
        var tally = new TallyCount();
        var runs = await ChunkRun.FindMeantAsync(connection, chunk, tally, stopping);
        var (_, pinned) = await RunPins.PinAsync(connection, operation.ProjectId, runs, pin, stopping);
        tally.Change(pinned);
        tally.Skip("it was pinned already", runs.Length - pinned);
        return tally.ToTally();
    }
}
