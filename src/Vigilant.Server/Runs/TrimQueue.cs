using Microsoft.Extensions.Options;

namespace Vigilant.Server.Runs;

/// <summary>
/// Jobs that have gained a tenth of what is kept of them since they were trimmed last. It lives in memory only: what a stop
/// forgets is found again a tenth later.
/// </summary>
sealed class TrimQueue(IOptions<RunOptions> options)
{
    readonly Lock _gate = new();
    readonly int _step = Math.Max(1, options.Value.SignalsPerJob / 10);
    HashSet<Guid> _jobs = [];

    public void Note(Guid job, long before, long after)
    {
        if (after > options.Value.SignalsPerJob && before / _step != after / _step)
        {
            lock (_gate)
            {
                _jobs.Add(job);
            }
        }
    }

    public IReadOnlyCollection<Guid> Take()
    {
        lock (_gate)
        {
            var taken = _jobs;
            _jobs = [];
            return taken;
        }
    }
}
