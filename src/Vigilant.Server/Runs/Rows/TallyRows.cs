using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Tallies that leave the job's row, to be added up by <see cref="Stats.FoldTallies"/>.</summary>
sealed class TallyRows : BatchRows<(Guid Project, Guid Job, RunTally Tally)>
{
    public TallyRows()
        : base("tallies.sql")
    {
        Column("tally_project", row => row.Project);
        Column("tally_job", row => row.Job);
        Column("tally_full", row => row.Tally.Bytes);
    }
}
