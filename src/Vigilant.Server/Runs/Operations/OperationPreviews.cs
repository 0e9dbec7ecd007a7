using Npgsql;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Operations;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Says what an operation would be about.</summary>
sealed class OperationPreviews(RunFinder finder, RunReader reader, NodeClock clock)
{
    const int CountedAtMost = 100_000;
    const int Examples = 5;

    /// <summary>Null: counting took too long.</summary>
    public async Task<OperationPreview?> OfAsync(Guid project, OperationDraft draft, CancellationToken stopping)
    {
        try
        {
            return draft.Ids is { } ids
                ? await OfAsync(project, draft.Action, ids, stopping)
                : await OfAsync(project, draft.Action, StoredFilter.Read(draft.Filter!, draft.Action, all: true, new FieldErrors()), stopping);
        }
        catch (PostgresException slow) when (slow.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return null;
        }
    }

    async Task<OperationPreview> OfAsync(Guid project, RunAction action, Guid[] ids, CancellationToken stopping)
    {
        var found = await finder.FindAsync(project, ids, action.About(), default, stopping);
        var examples = new List<Run>();
        foreach (var (_, run) in found.OrderByDescending(run => run.Run, ByteOrder.Comparer).Take(Examples))
        {
            if (await reader.FindAsync(project, run, stopping) is { } example)
            {
                examples.Add(example);
            }
        }

        return new OperationPreview(action.Word(), found.Count, false, examples);
    }

    async Task<OperationPreview> OfAsync(Guid project, RunAction action, RunFilter filter, CancellationToken stopping)
    {
        var until = TimeOrderedId.Mint(clock.Now);
        var found = await finder.FindAsync(project, filter, Guid.Empty, until, default, CountedAtMost + 1, stopping);
        var (examples, _) = await reader.ListAsync(project, filter, until, Examples, stopping);
        return new OperationPreview(action.Word(), Math.Min(found.Count, CountedAtMost), found.Count > CountedAtMost, examples);
    }
}
