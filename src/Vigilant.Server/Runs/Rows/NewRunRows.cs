namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that are new, with the signal of those that are one signal.</summary>
sealed class NewRunRows : BatchRows<(Guid Project, Guid Job, RunRow Run)>
{
    public NewRunRows()
        : base("new_runs.sql")
    {
        Column("run_id", row => row.Run.Id);
        Column("run_project", row => row.Project);
        Column("run_job", row => row.Job);
        Column("run_rid", row => row.Run.Rid);
        Column("run_state", row => (short)row.Run.State);
        Column("run_started", row => row.Run.StartedAt);
        Column("run_ended", row => row.Run.EndedAt);
        Column("run_slot", row => row.Run.Slot);
        Column("run_exit", row => (short?)row.Run.ExitStatus);
        Column("run_reason", row => row.Run.Reason);
        Column("run_sent", row => row.Run.Said?.SentAt);
        Column("run_sender", row => row.Run.Said?.Sender);
        Column("run_body_size", row => row.Run.Said?.StoredBodySize);
        Column("run_body", row => row.Run.Said?.Body);
    }
}
