namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that had begun before and have ended.</summary>
sealed class EndedRunRows : BatchRows<(Guid Job, RunRow Run)>
{
    public EndedRunRows()
        : base("ended_runs.sql")
    {
        Bounds("end_bounds", row => row.Run.Id);
        Column("end_id", row => row.Run.Id);
        Column("end_job", row => row.Job);
        Column("end_state", row => (short)row.Run.State);
        Column("end_at", row => row.Run.EndedAt);
        Column("end_slot", row => row.Run.Slot);
        Column("end_exit", row => (short?)row.Run.ExitStatus);
        Column("end_reason", row => row.Run.Reason);
    }
}
