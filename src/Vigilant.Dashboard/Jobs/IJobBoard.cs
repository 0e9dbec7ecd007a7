namespace Vigilant.Dashboard.Jobs;

/// <summary>What the job pages show, read in a number of queries that does not grow with the jobs.</summary>
public interface IJobBoard
{
    Task<JobList> ListAsync(Guid project, JobFilter filter, CancellationToken stopping);

    /// <summary>The services, environments and the ping key: what stands in the filter and in the first steps.</summary>
    Task<JobFacets> FacetsAsync(Guid project, CancellationToken stopping);

    Task<JobDetails?> FindAsync(Guid project, Guid job, CancellationToken stopping);

    /// <summary>The whole stored body of a signal; null when there is none.</summary>
    Task<byte[]?> BodyAsync(Guid project, Guid job, Guid signal, CancellationToken stopping);
}
