using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>Signals and looks, folded job by job, and the statement that writes what follows from them.</summary>
sealed class FoldedBatch(JobCache cache, RecentGaps gaps) : IDisposable
{
    readonly List<Incoming> _taken = [];
    readonly Dictionary<Guid, JobWork> _work = [];
    readonly HashSet<Guid> _unknown = [];
    readonly List<Fact> _facts = [];
    readonly Batch _rows = new();

    /// <summary>All that was taken into it; of one job in the order of receive times.</summary>
    public IReadOnlyList<Incoming> Taken => _taken;

    public IReadOnlyCollection<JobWork> Jobs => _work.Values;

    public bool IsUnknown(Guid job) => _unknown.Contains(job);

    /// <summary>Folds what asks nothing of the database, on top of what <paramref name="before"/> is about to write.</summary>
    public bool TryFold(Incoming incoming, FoldedBatch before)
    {
        var work = Known(incoming.JobId, before);
        if (work is null || (incoming is IncomingSignal signal && RunKeys.AreWanted(signal, work.State.Active)))
        {
            return false;
        }

        Fold(work, incoming, RunKeys.None);
        _taken.Add(incoming);
        return true;
    }

    /// <summary>Folds all of them behind what was folded before, and asks the database for what is not known.</summary>
    /// <param name="answering">Told of each question before it is waited for.</param>
    public async Task FoldAsync(
        NpgsqlConnection connection, IReadOnlyList<Incoming> more, Action<Task> answering, CancellationToken stopping)
    {
        _taken.AddRange(more);
        foreach (var incoming in more)
        {
            if (Known(incoming.JobId, before: null) is null)
            {
                _unknown.Add(incoming.JobId);
            }
        }

        if (_unknown.Count > 0)
        {
            var loading = JobLoader.LoadAsync(connection, [.. _unknown], prepare: true, stopping);
            answering(loading);
            foreach (var job in await loading)
            {
                _unknown.Remove(job.JobId);
                _work.Add(job.JobId, new JobWork(job, _facts));
            }
        }

        var finding = RunKeys.FindAsync(connection, more, _work, stopping);
        answering(finding);
        var ended = await finding;
        foreach (var incoming in more)
        {
            if (_work.TryGetValue(incoming.JobId, out var work))
            {
                Fold(work, incoming, ended);
            }
        }
    }

    /// <summary>Sends the statement. In id order, like everybody who locks more than one job: so no two wait for each other.</summary>
    public Task<HashSet<Guid>> WriteAsync(NpgsqlConnection connection, bool careful, CancellationToken stopping)
    {
        _rows.Clear();
        foreach (var work in _work.Values.OrderBy(work => work.JobId, ByteOrder.Comparer))
        {
            _rows.AddJob(work);
        }

        return _rows.WriteAsync(connection, careful, prepare: true, stopping);
    }

    /// <summary>Takes back what was folded for a job: it stood on a state that was not written.</summary>
    public void TakeBack(Guid job, List<Incoming> taken)
    {
        if (_work.Remove(job))
        {
            _facts.Clear();
            taken.AddRange(_taken.Where(incoming => incoming.JobId == job));
            _taken.RemoveAll(incoming => incoming.JobId == job);
        }
    }

    /// <summary>Takes back everything.</summary>
    public Incoming[] TakeBack()
    {
        Incoming[] taken = [.. _taken];
        Clear();
        return taken;
    }

    public void Clear()
    {
        _taken.Clear();
        _work.Clear();
        _unknown.Clear();
        _facts.Clear();
    }

    public void Dispose() => _rows.Dispose();

    JobWork? Known(Guid job, FoldedBatch? before)
    {
        if (_work.TryGetValue(job, out var work))
        {
            return work;
        }

        var state = before is not null && before._work.TryGetValue(job, out var written) ? written.After : cache.Find(job);
        if (state is null)
        {
            return null;
        }

        work = new JobWork(state, _facts);
        _work.Add(job, work);
        return work;
    }

    void Fold(JobWork work, Incoming incoming, RunKeys ended)
    {
        if (incoming is IncomingSignal signal)
        {
            work.Fold(signal, ended.Find(signal), gaps.All);
        }
        else
        {
            work.Fold((DeadlineLook)incoming, gaps.All);
        }
    }
}
