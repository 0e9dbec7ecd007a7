using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Rows;

/// <summary>Signals as they came.</summary>
sealed class SignalRows(Columns columns)
{
    readonly List<Guid> _signalId = columns.Add<Guid>("signal_id");
    readonly List<Guid> _signalProject = columns.Add<Guid>("signal_project");
    readonly List<Guid> _signalJob = columns.Add<Guid>("signal_job");
    readonly List<Guid?> _signalRun = columns.Add<Guid?>("signal_run");
    readonly List<short> _signalKind = columns.Add<short>("signal_kind");
    readonly List<DateTimeOffset> _signalReceived = columns.Add<DateTimeOffset>("signal_received");
    readonly List<DateTimeOffset?> _signalSent = columns.Add<DateTimeOffset?>("signal_sent");
    readonly List<short?> _signalExit = columns.Add<short?>("signal_exit");
    readonly List<string?> _signalScheme = columns.Add<string?>("signal_scheme");
    readonly List<string?> _signalMethod = columns.Add<string?>("signal_method");
    readonly List<string?> _signalAddr = columns.Add<string?>("signal_addr");
    readonly List<string?> _signalAgent = columns.Add<string?>("signal_agent");
    readonly List<string?> _signalRid = columns.Add<string?>("signal_rid");
    readonly List<int> _signalBodySize = columns.Add<int>("signal_body_size");
    readonly List<byte[]?> _signalBody = columns.Add<byte[]?>("signal_body");

    public void Add(Guid project, IncomingSignal signal, Guid? run)
    {
        _signalProject.Add(project);
        _signalId.Add(signal.Id);
        _signalJob.Add(signal.JobId);
        _signalRun.Add(run);
        _signalKind.Add((short)signal.Kind);
        _signalReceived.Add(signal.ReceivedAt);
        _signalSent.Add(signal.SentAt);
        _signalExit.Add((short?)signal.ExitStatus);
        _signalScheme.Add(signal.Scheme);
        _signalMethod.Add(signal.Method);
        _signalAddr.Add(signal.RemoteAddress);
        _signalAgent.Add(signal.UserAgent);
        _signalRid.Add(signal.Rid);
        _signalBodySize.Add((int)Math.Min(int.MaxValue, signal.BodySize));
        _signalBody.Add(signal.Body);
    }
}
