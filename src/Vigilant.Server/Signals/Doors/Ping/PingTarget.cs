using Vigilant.Server.Jobs;

namespace Vigilant.Server.Signals.Doors.Ping;

/// <summary>Which job a ping's address stands for; a slug that nobody knows may be made a job.</summary>
sealed class PingTarget(SlugDirectory slugs, JobStore jobs)
{
    public async ValueTask<Found?> FindAsync(PingPath path, bool create, CancellationToken stopping)
    {
        if (path.JobId is { } id)
        {
            return new Found(id, Guid.Empty, IsNew: false);
        }

        var found = await slugs.FindAsync(path.PingKey!, path.Slug!, stopping);
        if (found.ProjectId is not { } project)
        {
            return null;
        }

        if (found.JobId is { } job)
        {
            return new Found(job, project, IsNew: false);
        }

        return create ? await CreateAsync(project, path.Slug!, stopping) : null;
    }

    /// <summary>The job is gone: what was remembered of its slug is no longer true.</summary>
    public void Forget(PingPath path, Found found)
    {
        if (path.Slug is { } slug)
        {
            slugs.Forget(found.ProjectId, slug);
        }
    }

    async Task<Found?> CreateAsync(Guid project, string slug, CancellationToken stopping)
    {
        var (jobId, isNew) = await jobs.CreateBySlugAsync(project, slug, stopping);
        return new Found(jobId, project, isNew);
    }

    internal readonly record struct Found(Guid JobId, Guid ProjectId, bool IsNew);
}
