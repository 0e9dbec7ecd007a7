namespace Vigilant.Domain.Alerts;

/// <summary>Why there is an alert.</summary>
public enum AlertClass
{
    /// <summary>It failed; the next run may well succeed.</summary>
    Transient,

    /// <summary>It will fail again until somebody mends it.</summary>
    Permanent,

    /// <summary>It could not be started: the command is missing or may not be run.</summary>
    Configuration,

    /// <summary>What it was given is wrong.</summary>
    Input,

    /// <summary>A slot or period passed without success.</summary>
    Missed,

    /// <summary>A run is still going past its maximum runtime.</summary>
    Overrun,

    /// <summary>A run's heartbeat or progress stopped.</summary>
    Stalled,

    /// <summary>Queued too long.</summary>
    Waiting,

    /// <summary>It succeeded, and not with all of its work: some of it failed, or it was too fast.</summary>
    Partial,

    /// <summary>A run was ended from outside.</summary>
    Killed,
}
