namespace Vigilant.Server.Runs.Rows;

/// <summary>Runs that had begun before and have ended.</summary>
sealed class EndedRunRows(Columns columns)
{
    readonly List<Guid> _endId = columns.Add<Guid>("end_id");
    readonly List<Guid> _endJob = columns.Add<Guid>("end_job");
    readonly List<short> _endState = columns.Add<short>("end_state");
    readonly List<DateTimeOffset?> _endAt = columns.Add<DateTimeOffset?>("end_at");
    readonly List<DateTimeOffset?> _endSlot = columns.Add<DateTimeOffset?>("end_slot");
    readonly List<short?> _endExit = columns.Add<short?>("end_exit");
    readonly List<string?> _endReason = columns.Add<string?>("end_reason");

    public IReadOnlyList<Guid> Ids => _endId;

    public void Add(Guid job, RunRow run)
    {
        _endId.Add(run.Id);
        _endJob.Add(job);
        _endState.Add((short)run.State);
        _endAt.Add(run.EndedAt);
        _endSlot.Add(run.Slot);
        _endExit.Add((short?)run.ExitStatus);
        _endReason.Add(run.Reason);
    }
}
