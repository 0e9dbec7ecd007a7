using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Signals that are no run by themselves.</summary>
sealed class OtherSignalRows : BatchRows<(Guid Project, IncomingSignal Signal, Guid? Run)>
{
    public OtherSignalRows()
        : base("other_signals.sql")
    {
        Column("signal_id", row => row.Signal.Id);
        Column("signal_project", row => row.Project);
        Column("signal_job", row => row.Signal.JobId);
        Column("signal_run", row => row.Run);
        Column("signal_kind", row => (short)row.Signal.Kind);
        Column("signal_received", row => row.Signal.ReceivedAt);
        Column("signal_sent", row => row.Signal.SentAt);
        Column("signal_exit", row => (short?)row.Signal.ExitStatus);
        Column("signal_sender", row => row.Signal.Sender);
        Column("signal_rid", row => row.Signal.Rid);
        Column("signal_body_size", row => row.Signal.StoredBodySize);
        Column("signal_body", row => row.Signal.Body);
    }
}
