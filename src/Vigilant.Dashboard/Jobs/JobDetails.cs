namespace Vigilant.Dashboard.Jobs;

public sealed record JobDetails(JobRow Job);
