using Npgsql;
using Vigilant.Domain.Operations;

namespace Vigilant.Server.Runs.Operations;

/// <summary>What an operation does to the runs of a chunk, whose jobs are locked, in the transaction of the connection.</summary>
interface IRunAction
{
    RunAction Action { get; }

    /// <summary>More runs do not belong into one transaction.</summary>
    int MostAtOnce { get; }

    Task<Tally> DoAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping);
}
