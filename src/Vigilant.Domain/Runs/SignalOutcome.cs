namespace Vigilant.Domain.Runs;

/// <summary>What became of a signal that names its run.</summary>
public abstract record SignalOutcome
{
    SignalOutcome()
    {
    }

    /// <summary>The run is in this state now.</summary>
    /// <param name="IsNew">It was not known before.</param>
    public sealed record Taken(Guid Run, RunState State, bool IsNew) : SignalOutcome
    {
        /// <summary>Somebody asked that the run be killed, and it goes on.</summary>
        public bool KillRequested { get; init; }

        /// <summary>Somebody asked that the run, which has ended, be tried anew.</summary>
        public bool RetryRequested { get; init; }
    }

    /// <summary>The run cannot do that, for this reason; nothing was changed.</summary>
    public sealed record Refused(string Why) : SignalOutcome;

    /// <summary>The run was removed: nothing is told of it any more, and nothing was changed.</summary>
    public sealed record Removed(Guid Run) : SignalOutcome;

    /// <summary>There is no such run.</summary>
    public sealed record NoSuchRun : SignalOutcome;
}
