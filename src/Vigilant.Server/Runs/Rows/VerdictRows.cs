using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>What Alerts must hear of.</summary>
sealed class VerdictRows : BatchRows<(Guid Project, Guid Job, Fact.Verdict Verdict, JobState After, DateTimeOffset DecidedAt)>
{
    public VerdictRows()
        : base("verdicts.sql")
    {
        Column("verdict_project", row => row.Project);
        Column("verdict_job", row => row.Job);
        Column("verdict_at", row => row.Verdict.At);
        Column("verdict_decided", row => row.DecidedAt);
        Column("verdict_colour", row => (short)row.After.Health.Colour);
        Column("verdict_problem", row => (short)row.After.Problem);
        Column("verdict_reason", row => row.After.Health.Reason);
        Column("verdict_missed", row => row.Verdict.MissedCount);
        Column("verdict_run", row => row.Verdict.Run);
        Column("verdict_signal", row => row.Verdict.Signal);
        Column("verdict_unconfirmed", row => row.Verdict.Unconfirmed);
    }
}
