using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Server.Jobs;

namespace Vigilant.Server.Pages;

/// <summary>What people do to jobs on the pages.</summary>
sealed class JobActions(JobStore jobs) : IJobActions
{
    public async Task<ActionOutcome> PauseAsync(
        Guid project, Guid job, string by, string why, DateTimeOffset? until, CancellationToken stopping) =>
        await jobs.FindKeyAsync(project, job, stopping) is { } key
            ? Outcome(await jobs.PauseAsync(key, new Pause(by, why, until), stopping))
            : new ActionOutcome.NotFound();

    public async Task<ActionOutcome> ResumeAsync(Guid project, Guid job, string by, CancellationToken stopping) =>
        await jobs.FindKeyAsync(project, job, stopping) is { } key
            ? Outcome(await jobs.ResumeAsync(key, stopping))
            : new ActionOutcome.NotFound();

    static ActionOutcome Outcome(JobWrite write) =>
        write is JobWrite.Written ? new ActionOutcome.Done() : new ActionOutcome.NotFound();
}
