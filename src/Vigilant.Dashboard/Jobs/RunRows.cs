using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>A run that is going on, or waits for its start.</summary>
/// <param name="Rid">The sender's own id of the run.</param>
/// <param name="Since">Its start; while it waits, its queueing or else its making.</param>
/// <param name="Progress">From 0 to 1, when it was told.</param>
/// <param name="UnchangedSince">Since when the progress is what it is.</param>
public sealed record RunningRow(
    Guid Id,
    string? Rid,
    bool IsStarted,
    DateTimeOffset Since,
    DateTimeOffset LastSignAt,
    RunMark Mark,
    double? Progress,
    DateTimeOffset UnchangedSince);

/// <summary>A run that ended, or never came.</summary>
public sealed record RunRow(
    Guid Id,
    RunState State,
    string? Rid,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? SlotAt,
    int? ExitStatus,
    string? Reason,
    RunMark Mark = RunMark.None)
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
