namespace Vigilant.Domain.Runs;

/// <summary>Something that follows from a signal or from time, to be written beside the job's new state.</summary>
public abstract record Fact
{
    Fact()
    {
    }

    /// <summary>A run began and is now in progress.</summary>
    public sealed record RunStarted(ActiveRun Run) : Fact;

    /// <summary>A run in progress gave a sign of life or got a mark.</summary>
    public sealed record RunChanged(ActiveRun Run) : Fact;

    /// <summary>A run in progress ended.</summary>
    public sealed record RunEnded(
        ActiveRun Run, RunState State, DateTimeOffset At, DateTimeOffset? Slot, int? ExitStatus, string? Reason) : Fact;

    /// <summary>A run whose only signal was its end, or that never came.</summary>
    public sealed record RunTold(
        Guid Id, string? Rid, RunState State, DateTimeOffset At, DateTimeOffset? Slot, int? ExitStatus, string? Reason) : Fact;

    /// <summary>A slot was decided, or a run came for it and failed.</summary>
    public sealed record SlotChanged(DateTimeOffset Nominal, SlotState State, Guid? Run, string? Reason) : Fact;

    /// <summary>A change of health that Alerts must hear of.</summary>
    /// <param name="At">The exact moment: a deadline that passed, or the signal's receive time.</param>
    /// <param name="MissedCount">How many runs are missed; of a recovery, how many were.</param>
    /// <param name="Run">The run that it is about.</param>
    /// <param name="Signal">The signal that brought it; null when time did.</param>
    /// <param name="Unconfirmed">A node that may have received a signal in time could not be asked.</param>
    public sealed record Verdict(
        DateTimeOffset At, int MissedCount, Guid? Run, Guid? Signal, bool Unconfirmed) : Fact;
}
