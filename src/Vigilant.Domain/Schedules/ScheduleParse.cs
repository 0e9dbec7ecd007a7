namespace Vigilant.Domain.Schedules;

/// <summary>What became of a text that should be a schedule.</summary>
public abstract record ScheduleParse
{
    ScheduleParse()
    {
    }

    /// <summary>It is one.</summary>
    public sealed record Parsed(Schedule Schedule) : ScheduleParse;

    /// <summary>It is none, and <paramref name="Why"/> is a sentence that says what is allowed.</summary>
    /// <param name="Field">Which of the two is wrong: <c>schedule</c> or <c>timezone</c>.</param>
    /// <param name="Position">The character of the schedule that is wrong, counted from 1; null when it is all of it.</param>
    /// <param name="Why">The sentence.</param>
    public sealed record Refused(string Field, int? Position, string Why) : ScheduleParse;
}
