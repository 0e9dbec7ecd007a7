using Vigilant.Contracts;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Counts over the newest runs of the range, at most a thousand.</summary>
sealed class SampledRunNumbers(RunReader runs) : IRunNumbers
{
    const int Most = 1000;
    const int MostJobs = 8;

    public async Task<RunNumbers> ReadAsync(Guid project, TimeRange range, CancellationToken stopping)
    {
        var filter = new RunFilter { CreatedAfter = range.From, CreatedBefore = range.Until };
        var (found, more) = await runs.ListAsync(project, filter, behind: null, Most, stopping);
        return new RunNumbers(
            new([.. RunStates.All.Select(state => new RunStateCount(state, found.Count(run => run.State == state.Word()))).Where(one => one.Count > 0)]),
            new([.. RunFlows.Of(range).Select(bar => Flow(bar, found))]),
            Lengths(found.Select(run => run.DurationMs)),
            Lengths(found.Select(run => run.WaitMs)),
            new([.. found.GroupBy(run => run.Job)
                .Select(job => new FailingJob(job.Key, job.Count(Failed), job.Count()))
                .Where(job => job.Failed > 0)
                .OrderByDescending(job => job.Failed).ThenBy(job => job.Job, StringComparer.Ordinal).Take(MostJobs)]),
            more ? found.Count : null);
    }

    static RunFlow Flow(RunFlow bar, IEnumerable<Run> runs)
    {
        var within = runs.Where(run => run.CreatedAt >= bar.From && run.CreatedAt < bar.Until).ToArray();
        var (succeeded, failed) = (within.Count(run => run.State == "succeeded"), within.Count(Failed));
        return bar with { Succeeded = succeeded, Failed = failed, Others = within.Length - succeeded - failed };
    }

    static bool Failed(Run run) => run.State is "failed" or "timed_out";

    static RunLengths Lengths(IEnumerable<long?> milliseconds)
    {
        var sorted = milliseconds.OfType<long>().Order().ToArray();
        return new(At(0.5), At(0.95), At(0.99), At(1));

        TimeSpan? At(double part) => sorted.Length == 0
            ? null
            : TimeSpan.FromMilliseconds(sorted[(int)Math.Ceiling(part * sorted.Length) - 1]);
    }
}
