namespace Vigilant.Domain.Runs;

/// <summary>What a signal says. The numbers are stored.</summary>
public enum SignalKind
{
    /// <summary>Nothing: never stored.</summary>
    None = 0,

    /// <summary>The run ended well.</summary>
    Succeeded = 1,

    /// <summary>The run ended badly.</summary>
    Failed = 2,

    /// <summary>The run began.</summary>
    Started = 3,

    /// <summary>A line of text, and a sign of life.</summary>
    Log = 4,

    /// <summary>A sign of life.</summary>
    Heartbeat = 5,
}
