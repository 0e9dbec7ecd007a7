namespace Vigilant.Dashboard.Layout;

/// <summary>What became of what somebody wanted done.</summary>
public abstract record ActionOutcome
{
    ActionOutcome()
    {
    }

    public sealed record Done : ActionOutcome;

    public sealed record NotFound : ActionOutcome;

    /// <summary>Not done; <paramref name="Why"/> is a sentence that says what to do.</summary>
    public sealed record Refused(string Why) : ActionOutcome;
}
