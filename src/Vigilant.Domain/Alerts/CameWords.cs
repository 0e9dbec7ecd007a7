using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Alerts;

/// <summary>What came instead, in a sentence.</summary>
public static class CameWords
{
    public static string OfNothing => "No signal has ever come.";

    /// <param name="kind">What the last signal said.</param>
    /// <param name="exitStatus">What it ended with, when it said so.</param>
    /// <param name="at">Its receive time.</param>
    public static string Of(SignalKind kind, int? exitStatus, DateTimeOffset at) => exitStatus is { } status
        ? $"The last signal was '{Word(kind)}' with exit status {status}, at {Words.Instant(at)}."
        : $"The last signal was '{Word(kind)}', at {Words.Instant(at)}.";

    static string Word(SignalKind kind) => kind switch
    {
        SignalKind.Succeeded => "succeeded",
        SignalKind.Failed => "failed",
        SignalKind.Started => "started",
        SignalKind.Log => "log",
        SignalKind.Heartbeat => "heartbeat",
        _ => kind.ToString(),
    };
}
