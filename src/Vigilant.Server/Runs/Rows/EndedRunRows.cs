using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that were in progress and have ended.</summary>
sealed class EndedRunRows : BatchRows<(Guid Project, Guid Job, Fact.RunEnded End, RunDetails? Details)>
{
    public EndedRunRows()
        : base("ended_runs.sql")
    {
        Column("end_id", row => row.End.Run.Id);
        Column("end_project", row => row.Project);
        Column("end_job", row => row.Job);
        Column("end_rid", row => row.End.Run.Rid);
        Column("end_state", row => (short)row.End.State);
        Column("end_queued", row => row.End.Run.QueuedAt);
        Column("end_started", row => row.End.Run.StartedAt);
        Column("end_at", row => row.End.At);
        Column("end_kill", row => row.End.Run.KillRequestedAt);
        Column("end_slot", row => row.End.Slot);
        Column("end_exit", row => (short?)row.End.ExitStatus);
        Column("end_reason", row => row.End.Reason);
        Column("end_attempt", row => (short)row.End.Run.Attempt);
        Column("end_progress", row => row.Details?.Progress);
        Column("end_mark", row => row.End.Run.Mark == RunMark.None ? null : (short?)row.End.Run.Mark);
        Column("end_details", row => row.Details?.Json);
        Column("end_marks", row => row.Details?.Marks);
    }
}
