using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs in progress.</summary>
sealed class ActiveRunRows(Columns columns)
{
    readonly List<Guid> _activeId = columns.Add<Guid>("active_id");
    readonly List<Guid> _activeProject = columns.Add<Guid>("active_project");
    readonly List<Guid> _activeJob = columns.Add<Guid>("active_job");
    readonly List<string?> _activeRid = columns.Add<string?>("active_rid");
    readonly List<DateTimeOffset> _activeStarted = columns.Add<DateTimeOffset>("active_started");
    readonly List<DateTimeOffset> _activeSign = columns.Add<DateTimeOffset>("active_sign");
    readonly List<short> _activeMark = columns.Add<short>("active_mark");

    public void Add(Guid project, Guid job, ActiveRun run)
    {
        _activeProject.Add(project);
        _activeId.Add(run.Id);
        _activeJob.Add(job);
        _activeRid.Add(run.Rid);
        _activeStarted.Add(run.StartedAt);
        _activeSign.Add(run.LastSignAt);
        _activeMark.Add((short)run.Mark);
    }
}
