namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that said how long they are kept.</summary>
sealed class KeepRows : BatchRows<(Guid Project, Guid Job, Guid Run, DateTimeOffset? Until)>
{
    public KeepRows()
        : base("keeps.sql")
    {
        Column("keep_run", row => row.Run);
        Column("keep_job", row => row.Job);
        Column("keep_project", row => row.Project);
        Column("keep_until", row => row.Until);
    }
}
