using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>What Alerts must hear of.</summary>
sealed class VerdictRows(Columns columns)
{
    readonly List<Guid> _verdictProject = columns.Add<Guid>("verdict_project");
    readonly List<Guid> _verdictJob = columns.Add<Guid>("verdict_job");
    readonly List<DateTimeOffset> _verdictAt = columns.Add<DateTimeOffset>("verdict_at");
    readonly List<DateTimeOffset> _verdictDecided = columns.Add<DateTimeOffset>("verdict_decided");
    readonly List<short> _verdictColour = columns.Add<short>("verdict_colour");
    readonly List<short> _verdictProblem = columns.Add<short>("verdict_problem");
    readonly List<string> _verdictReason = columns.Add<string>("verdict_reason");
    readonly List<int> _verdictMissed = columns.Add<int>("verdict_missed");
    readonly List<Guid?> _verdictRun = columns.Add<Guid?>("verdict_run");
    readonly List<Guid?> _verdictSignal = columns.Add<Guid?>("verdict_signal");
    readonly List<bool> _verdictUnconfirmed = columns.Add<bool>("verdict_unconfirmed");

    public void Add(Guid project, Guid job, Fact.Verdict verdict, JobState after, DateTimeOffset decidedAt)
    {
        _verdictProject.Add(project);
        _verdictJob.Add(job);
        _verdictAt.Add(verdict.At);
        _verdictDecided.Add(decidedAt);
        _verdictColour.Add((short)after.Health.Colour);
        _verdictProblem.Add((short)after.Problem);
        _verdictReason.Add(after.Health.Reason);
        _verdictMissed.Add(verdict.MissedCount);
        _verdictRun.Add(verdict.Run);
        _verdictSignal.Add(verdict.Signal);
        _verdictUnconfirmed.Add(verdict.Unconfirmed);
    }
}
