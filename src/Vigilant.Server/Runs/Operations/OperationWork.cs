using Npgsql;
using Vigilant.Domain.Operations;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Operations;

/// <summary>
/// Works on a claimed operation for a while. A page of runs is found, and worked through job by job in chunks; each chunk is one
/// short transaction that holds the operation, locks the jobs, changes the runs and writes down how far it came.
/// </summary>
sealed class OperationWork(
    NpgsqlDataSource database, OperationLedger ledger, RunFinder finder, IEnumerable<IRunAction> actions, OperationPace pace, NodeClock clock,
    TimeProvider time)
{
    readonly Dictionary<RunAction, IRunAction> _actions = actions.ToDictionary(action => action.Action);

    /// <summary>How many runs were looked at.</summary>
    public async Task<int> WorkAsync(ClaimedOperation operation, CancellationToken stopping)
    {
        var before = operation.Done;
        var began = time.GetTimestamp();
        do
        {
            if (operation.PageUntil is null && operation.AllFound)
            {
                await ledger.EndAsync(operation, OperationState.Done, null, clock.Now, stopping);
                return Looked();
            }

            var page = await PageAsync(operation, stopping);
            if (page is null || !await WorkThroughAsync(operation, page, began, stopping))
            {
                return Looked();
            }
        }
        while (time.GetElapsedTime(began) < pace.Turn);

        await ledger.ReleaseAsync(operation, clock.Now, waits: false, stopping);
        return Looked();

        int Looked() => (int)(operation.Done - before);
    }

    /// <summary>The rest of the page that was begun, or the next one. Null: another has the operation now.</summary>
    async Task<List<(Guid Job, Guid Run)>?> PageAsync(ClaimedOperation operation, CancellationToken stopping)
    {
        var isBegun = operation.PageUntil is not null;
        var page = operation.Ids is { } ids
            ? await finder.FindAsync(operation.ProjectId, ids, states: null, operation.At, stopping)
            : await finder.FindAsync(
                operation.ProjectId, operation.Filter(), operation.PageAfter, operation.PageUntil ?? operation.Id, operation.At,
                isBegun ? int.MaxValue : pace.Page, stopping);
        if (!isBegun && !await OpenAsync(operation, page, stopping))
        {
            return null;
        }

        page.Sort(InOrder);
        return page;
    }

    // Runs that were made after the operation have greater ids than it has.
    async Task<bool> OpenAsync(ClaimedOperation operation, List<(Guid Job, Guid Run)> page, CancellationToken stopping)
    {
        operation.AllFound = operation.Ids is not null || page.Count < pace.Page;
        operation.PageUntil = operation.AllFound ? operation.Id : page.Select(run => run.Run).Max(ByteOrder.Comparer);
        var matched = operation.Ids?.Length ?? page.Count;
        if (matched > page.Count)
        {
            operation.Done += matched - page.Count;
            operation.Skip("there is no such run", matched - page.Count);
        }

        return await ledger.OpenPageAsync(operation, operation.PageUntil.Value, matched, stopping);
    }

    /// <summary>False: the turn is over, or another has the operation now.</summary>
    async Task<bool> WorkThroughAsync(
        ClaimedOperation operation, List<(Guid Job, Guid Run)> page, long began, CancellationToken stopping)
    {
        var filter = operation.Filter();
        foreach (var runs in page.Chunk(Math.Min(pace.Chunk, _actions[operation.Action].MostAtOnce)))
        {
            if (!await DoAsync(new Chunk(operation, filter, runs), stopping))
            {
                return false;
            }

            if (time.GetElapsedTime(began) >= pace.Turn)
            {
                await ledger.ReleaseAsync(operation, clock.Now, waits: false, stopping);
                return false;
            }
        }

        operation.PageAfter = operation.PageUntil!.Value;
        operation.PageUntil = null;
        operation.At = default;
        return await ledger.ClosePageAsync(operation, stopping);
    }

    async Task<bool> DoAsync(Chunk chunk, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (!await ledger.BeginAsync(connection, chunk, stopping))
        {
            return false;
        }

        var tally = await _actions[chunk.Operation.Action].DoAsync(connection, chunk, stopping);
        chunk.Operation.Add(tally, chunk.Runs.Count, chunk.Runs[^1]);
        await ledger.AdvanceAsync(connection, chunk.Operation, stopping);
        await transaction.CommitAsync(stopping);
        return true;
    }

    static int InOrder((Guid Job, Guid Run) one, (Guid Job, Guid Run) other) =>
        ByteOrder.Comparer.Compare(one.Job, other.Job) is not 0 and var byJob ? byJob : ByteOrder.Comparer.Compare(one.Run, other.Run);
}
