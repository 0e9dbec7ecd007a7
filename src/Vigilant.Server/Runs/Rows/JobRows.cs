using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>What is written of a job's state.</summary>
sealed class JobRows : BatchRows<(CachedJob Before, JobState After)>
{
    public JobRows()
        : base("jobs.sql")
    {
        Column("job_ids", row => row.Before.JobId);
        Column("expected", row => row.Before.Version);
        Column("armed_at", row => row.After.ArmedAt);
        Column("signal_count", row => row.After.SignalCount);
        Column("last_signal_at", row => row.After.LastSignalAt);
        Column("last_outcome", row => (short)row.After.LastOutcome);
        Column("last_outcome_at", row => row.After.LastOutcomeAt);
        Column("last_success_at", row => row.After.LastSuccessAt);
        Column("missed_count", row => row.After.MissedCount);
        Column("missed_since", row => row.After.MissedSince);
        Column("slots_until", row => row.After.SlotsUntil);
        Column("active_count", row => row.After.Active.Count);
        Column("colour", row => (short)row.After.Health.Colour);
        Column("reason", row => row.After.Health.Reason);
        Column("since", row => row.After.Health.Since);
        Column("problem", row => (short)row.After.Problem);
        Column("due_at", row => row.After.DueAt);
        Column("deadline_at", row => row.After.DeadlineAt);
        Column("alarm_at", row => row.After.AlarmAt);
        Column("strip", row => row.After.Strip.States);
        Column("tally", row => row.After.Tally.Bytes);
    }
}
