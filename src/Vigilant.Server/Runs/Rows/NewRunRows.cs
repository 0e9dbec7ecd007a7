namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that were never in progress, with the signal of those that are one signal.</summary>
sealed class NewRunRows : BatchRows<(Guid Project, Guid Job, RunRow Run)>
{
    public NewRunRows()
        : base("new_runs.sql")
    {
        Column("run_id", row => row.Run.Id);
        Column("run_project", row => row.Project);
        Column("run_job", row => row.Job);
        Column("run_rid", row => row.Run.Told.Rid);
        Column("run_state", row => (short)row.Run.Told.State);
        Column("run_ended", row => row.Run.Told.At);
        Column("run_slot", row => row.Run.Told.Slot);
        Column("run_exit", row => (short?)row.Run.Told.ExitStatus);
        Column("run_reason", row => row.Run.Told.Reason);
        Column("run_sent", row => row.Run.Said?.SentAt);
        Column("run_sender", row => row.Run.Said?.Sender);
        Column("run_body_size", row => row.Run.Said?.StoredBodySize);
        Column("run_body", row => row.Run.Said?.Body);
    }
}
