using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Slots that were decided.</summary>
sealed class SlotRows(Columns columns)
{
    readonly List<Guid> _slotProject = columns.Add<Guid>("slot_project");
    readonly List<Guid> _slotJob = columns.Add<Guid>("slot_job");
    readonly List<DateTimeOffset> _slotTime = columns.Add<DateTimeOffset>("slot_time");
    readonly List<short> _slotState = columns.Add<short>("slot_state");
    readonly List<Guid?> _slotRun = columns.Add<Guid?>("slot_run");
    readonly List<DateTimeOffset> _slotDecided = columns.Add<DateTimeOffset>("slot_decided");
    readonly List<string?> _slotReason = columns.Add<string?>("slot_reason");

    public void Add(Guid project, Guid job, Fact.SlotChanged slot, DateTimeOffset decidedAt)
    {
        _slotProject.Add(project);
        _slotJob.Add(job);
        _slotTime.Add(slot.Nominal);
        _slotState.Add((short)slot.State);
        _slotRun.Add(slot.Run);
        _slotDecided.Add(decidedAt);
        _slotReason.Add(slot.Reason);
    }
}
