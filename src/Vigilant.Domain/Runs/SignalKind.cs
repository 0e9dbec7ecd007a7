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

    /// <summary>There is a run, and it has not begun.</summary>
    Created = 6,

    /// <summary>The run waits in a queue.</summary>
    Queued = 7,

    /// <summary>How far the run, or a step of it, has come.</summary>
    Progress = 8,

    /// <summary>Something went wrong, and the run goes on.</summary>
    Error = 9,

    /// <summary>Somebody asks that the run be killed.</summary>
    KillRequested = 10,

    /// <summary>The run was ended because somebody asked for it.</summary>
    Killed = 11,

    /// <summary>The run was not begun, on purpose.</summary>
    Skipped = 12,
}
