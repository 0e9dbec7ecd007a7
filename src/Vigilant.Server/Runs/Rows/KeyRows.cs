using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>The senders' own ids of ended runs.</summary>
sealed class KeyRows : BatchRows<(Guid Project, Guid Job, string Rid, EndedRun Run)>
{
    public KeyRows()
        : base("keys.sql")
    {
        Column("key_project", row => row.Project);
        Column("key_job", row => row.Job);
        Column("key_rid", row => row.Rid);
        Column("key_run", row => row.Run.Id);
        Column("key_ended", row => row.Run.EndedAt);
        Column("key_state", row => (short)row.Run.State);
    }
}
