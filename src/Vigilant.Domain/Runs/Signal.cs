namespace Vigilant.Domain.Runs;

/// <summary>One message about a job, as the rules read it.</summary>
/// <param name="Id">Ordered by receive time; a run that this signal begins or stands for takes it as its own id.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When it was received.</param>
/// <param name="Rid">The sender's own run id.</param>
/// <param name="ExitStatus">0 to 255, when the sender told it.</param>
public readonly record struct Signal(
    Guid Id, SignalKind Kind, DateTimeOffset At, string? Rid = null, int? ExitStatus = null)
{
    /// <summary>The run it names by our own id.</summary>
    public Guid? Run { get; init; }

    /// <summary>Which try of the run it is about, when the sender told it.</summary>
    public int? Attempt { get; init; }

    /// <summary>How many tries the run has at most, when the sender told it.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Whether its run is kept when it has ended, when the sender told it.</summary>
    public Tracking? Tracking { get; init; }

    /// <summary>Whether no other try follows, when the sender told it.</summary>
    public bool? Final { get; init; }

    /// <summary>How far it says that the run has come; null: it says nothing of that.</summary>
    public WorkDone? Work { get; init; }
}
