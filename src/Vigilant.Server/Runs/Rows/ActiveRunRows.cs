using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs in progress, with what is new of their details.</summary>
sealed class ActiveRunRows : BatchRows<(Guid Project, Guid Job, ActiveRun Run, RunDetails? Details)>
{
    public ActiveRunRows()
        : base("active_runs.sql")
    {
        Column("active_id", row => row.Run.Id);
        Column("active_project", row => row.Project);
        Column("active_job", row => row.Job);
        Column("active_rid", row => row.Run.Rid);
        Column("active_state", row => (short)row.Run.State);
        Column("active_queued", row => row.Run.QueuedAt);
        Column("active_started", row => row.Run.StartedAt);
        Column("active_kill", row => row.Run.KillRequestedAt);
        Column("active_sign", row => row.Run.LastSignAt);
        Column("active_mark", row => (short)row.Run.Mark);
        Column("active_attempt", row => (short)row.Run.Attempt);
        Column("active_named", row => row.Run.IsNamed);
        Column("active_progress", row => row.Details?.Progress);
        Column("active_progress_at", row => row.Run.Work.ChangedAt);
        Column("active_details", row => row.Details?.Json);
        Column("active_tracking", row => (short?)row.Run.Tracking);
    }
}
