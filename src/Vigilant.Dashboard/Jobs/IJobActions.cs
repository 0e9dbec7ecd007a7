using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Jobs;

/// <summary>What people do to jobs on the pages.</summary>
public interface IJobActions
{
    /// <summary>Expects nothing of the job until <paramref name="until"/>, or until somebody resumes it when that is null.</summary>
    Task<ActionOutcome> PauseAsync(Guid project, Guid job, string by, string why, DateTimeOffset? until, CancellationToken stopping);

    Task<ActionOutcome> ResumeAsync(Guid project, Guid job, string by, CancellationToken stopping);
}
