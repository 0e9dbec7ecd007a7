namespace Vigilant.Domain.Operations;

/// <summary>Where an operation stands. The numbers are stored.</summary>
public enum OperationState
{
    /// <summary>It was accepted, and nothing is done yet.</summary>
    Waiting = 0,

    /// <summary>It goes on.</summary>
    Working = 1,

    /// <summary>Every run that it was about was looked at.</summary>
    Done = 2,

    /// <summary>Somebody stopped it; what was done stays done.</summary>
    Cancelled = 3,

    /// <summary>It cannot go on, and says why; what was done stays done.</summary>
    Failed = 4,
}
