namespace Vigilant.Server.Runs.Rows;

/// <summary>New runs of which there is nothing to say but that a signal without more told their end: most pings are that.</summary>
sealed class PlainRunRows : BatchRows<(Guid Project, Guid Job, RunRow Run)>
{
    public PlainRunRows()
        : base("plain_runs.sql")
    {
        Column("plain_id", row => row.Run.Id);
        Column("plain_project", row => row.Project);
        Column("plain_job", row => row.Job);
        Column("plain_state", row => (short)row.Run.Told.State);
        Column("plain_ended", row => row.Run.Told.At);
        Column("plain_sender", row => row.Run.Said?.Sender);
    }

    public static bool Takes(RunRow run) =>
        run is { Told: { Rid: null, Slot: null, ExitStatus: null, Reason: null }, Said: { SentAt: null, BodySize: 0 } };
}
