using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Slots that were decided.</summary>
sealed class SlotRows : BatchRows<(Guid Project, Guid Job, Fact.SlotChanged Slot, DateTimeOffset DecidedAt)>
{
    public SlotRows()
        : base("slots.sql")
    {
        Column("slot_project", row => row.Project);
        Column("slot_job", row => row.Job);
        Column("slot_time", row => row.Slot.Nominal);
        Column("slot_state", row => (short)row.Slot.State);
        Column("slot_run", row => row.Slot.Run);
        Column("slot_decided", row => row.DecidedAt);
        Column("slot_reason", row => row.Slot.Reason);
    }
}
