namespace Vigilant.Contracts;

/// <summary>What the last runs of a job speak for as its limits; null: too few say something of it. Nothing is set by it.</summary>
public sealed record LimitSuggestions
{
    /// <summary>How many runs were looked at: the last that succeeded, at most a hundred.</summary>
    public required int BasedOn { get; init; }

    /// <summary>How long a run may take.</summary>
    public required LimitSuggestion? MaxRuntimeSeconds { get; init; }

    /// <summary>What a run that did its work takes at least.</summary>
    public required LimitSuggestion? MinRuntimeSeconds { get; init; }

    /// <summary>How long a run may wait for its start.</summary>
    public required LimitSuggestion? MaxWaitSeconds { get; init; }

    /// <summary>The longest silence of a run in progress.</summary>
    public required LimitSuggestion? HeartbeatSeconds { get; init; }

    /// <summary>How long after its time a success may come.</summary>
    public required LimitSuggestion? GraceSeconds { get; init; }
}
