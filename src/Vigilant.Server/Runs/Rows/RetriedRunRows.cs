namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that have ended and are tried anew by another.</summary>
sealed class RetriedRunRows : BatchRows<(Guid Job, Guid Tried, Guid By)>
{
    public RetriedRunRows()
        : base("retried_runs.sql")
    {
        Column("retried_id", row => row.Tried);
        Column("retried_job", row => row.Job);
        Column("retried_by", row => row.By);
    }
}
