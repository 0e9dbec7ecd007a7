namespace Vigilant.Server.Runs;

/// <summary>
/// The states of the jobs that gave signals lately. Nothing in it is trusted: every write is guarded by the version. Two
/// generations bound it: what was not asked for while the younger one filled up is forgotten.
/// </summary>
sealed class JobCache(int generation)
{
    public const int Generation = 120_000;

    Dictionary<Guid, CachedJob> _young = [];
    Dictionary<Guid, CachedJob> _old = [];

    public CachedJob? Find(Guid job)
    {
        if (_young.TryGetValue(job, out var young))
        {
            return young;
        }

        if (_old.TryGetValue(job, out var old))
        {
            Keep(old);
            return old;
        }

        return null;
    }

    public void Keep(CachedJob job)
    {
        if (_young.Count >= generation && !_young.ContainsKey(job.JobId))
        {
            (_old, _young) = (_young, []);
        }

        _young[job.JobId] = job;
    }

    public void Forget(Guid job)
    {
        _young.Remove(job);
        _old.Remove(job);
    }

    public void Clear() => (_young, _old) = ([], []);
}
