namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that are new.</summary>
sealed class NewRunRows(Columns columns)
{
    readonly List<Guid> _runId = columns.Add<Guid>("run_id");
    readonly List<Guid> _runProject = columns.Add<Guid>("run_project");
    readonly List<Guid> _runJob = columns.Add<Guid>("run_job");
    readonly List<string?> _runRid = columns.Add<string?>("run_rid");
    readonly List<short> _runState = columns.Add<short>("run_state");
    readonly List<DateTimeOffset?> _runStarted = columns.Add<DateTimeOffset?>("run_started");
    readonly List<DateTimeOffset?> _runEnded = columns.Add<DateTimeOffset?>("run_ended");
    readonly List<DateTimeOffset?> _runSlot = columns.Add<DateTimeOffset?>("run_slot");
    readonly List<short?> _runExit = columns.Add<short?>("run_exit");
    readonly List<string?> _runReason = columns.Add<string?>("run_reason");

    public void Add(Guid project, Guid job, RunRow run)
    {
        _runProject.Add(project);
        _runId.Add(run.Id);
        _runJob.Add(job);
        _runRid.Add(run.Rid);
        _runState.Add((short)run.State);
        _runStarted.Add(run.StartedAt);
        _runEnded.Add(run.EndedAt);
        _runSlot.Add(run.Slot);
        _runExit.Add((short?)run.ExitStatus);
        _runReason.Add(run.Reason);
    }
}
