namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that have ended and of which no row is kept.</summary>
sealed class DroppedRunRows : BatchRows<(Guid Job, Guid Run)>
{
    public DroppedRunRows()
        : base("dropped_runs.sql")
    {
        Column("dropped_job", row => row.Job);
        Column("dropped_id", row => row.Run);
    }
}
