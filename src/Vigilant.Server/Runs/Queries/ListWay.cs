namespace Vigilant.Server.Runs.Queries;

/// <summary>By which index a list is read.</summary>
enum ListWay
{
    /// <summary>Each state has its newest by an index, and the newest of them all are among those.</summary>
    ByState,

    /// <summary>The job's own index gives them in the order of their ids.</summary>
    OfJob,

    /// <summary>Each job has its newest by an index.</summary>
    OfJobs,

    /// <summary>The same, and the index knows the states: rows are looked at only for the runs that are listed.</summary>
    OfJobsInState,

    /// <summary>The runs that have a rare mark, sorted.</summary>
    ByMark,

    /// <summary>The runs of a caller's id.</summary>
    ByCaller,
}
