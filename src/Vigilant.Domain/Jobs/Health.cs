namespace Vigilant.Domain.Jobs;

/// <summary>The colour of a job, why, and since when.</summary>
public sealed record Health(Colour Colour, string Reason, DateTimeOffset Since)
{
    /// <summary>The health of a job that gave no signal yet.</summary>
    public static Health NeverRan(DateTimeOffset since) => new(Colour.Grey, "never ran", since);
}
