namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that are no longer in progress.</summary>
sealed class GoneRunRows : BatchRows<(Guid Job, Guid Run)>
{
    public GoneRunRows()
        : base("gone_runs.sql")
    {
        Column("gone_id", row => row.Run);
        Column("gone_job", row => row.Job);
    }
}
