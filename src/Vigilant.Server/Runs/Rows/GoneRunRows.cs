namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that are no longer in progress.</summary>
sealed class GoneRunRows(Columns columns)
{
    readonly List<Guid> _goneId = columns.Add<Guid>("gone_id");
    readonly List<Guid> _goneJob = columns.Add<Guid>("gone_job");

    public void Add(Guid job, Guid run)
    {
        _goneId.Add(run);
        _goneJob.Add(job);
    }
}
