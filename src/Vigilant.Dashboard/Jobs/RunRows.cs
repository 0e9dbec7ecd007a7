using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>A run that is going on.</summary>
/// <param name="Rid">The sender's own id of the run.</param>
public sealed record RunningRow(Guid Id, string? Rid, DateTimeOffset StartedAt, DateTimeOffset LastSignAt, RunMark Mark);

/// <summary>A run that ended, or never came.</summary>
public sealed record RunRow(
    Guid Id,
    RunState State,
    string? Rid,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? SlotAt,
    int? ExitStatus,
    string? Reason)
{
    public TimeSpan? Took => EndedAt - StartedAt;

    public DateTimeOffset? At => EndedAt ?? StartedAt ?? SlotAt;
}

/// <summary>One message about the job.</summary>
/// <param name="Start">The first characters of its body, as text.</param>
/// <param name="BodySize">Bytes that were sent; more than are kept when it was cut.</param>
/// <param name="Sender">By which way it came: scheme, method, address and program.</param>
/// <param name="Skew">How far the sender's clock is from ours, when it is far.</param>
public sealed record SignalRow(
    Guid Id,
    SignalKind Kind,
    DateTimeOffset ReceivedAt,
    TimeSpan? Skew,
    int? ExitStatus,
    string? Sender,
    string? Rid,
    int BodySize,
    string? Start);
