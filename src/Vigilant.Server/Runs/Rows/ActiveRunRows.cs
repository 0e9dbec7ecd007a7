using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs in progress.</summary>
sealed class ActiveRunRows : BatchRows<(Guid Project, Guid Job, ActiveRun Run)>
{
    public ActiveRunRows()
        : base("active_runs.sql")
    {
        Column("active_id", row => row.Run.Id);
        Column("active_project", row => row.Project);
        Column("active_job", row => row.Job);
        Column("active_rid", row => row.Run.Rid);
        Column("active_started", row => row.Run.StartedAt);
        Column("active_sign", row => row.Run.LastSignAt);
        Column("active_mark", row => (short)row.Run.Mark);
    }
}
