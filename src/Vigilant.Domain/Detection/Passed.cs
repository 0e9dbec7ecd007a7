using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>What one look at a job's deadlines found.</summary>
sealed class Passed(DateTimeOffset line, IReadOnlyList<Gap> gaps, ICollection<Fact> facts)
{
    public DateTimeOffset Line => line;

    public IReadOnlyList<Gap> Gaps => gaps;

    public ICollection<Fact> Facts => facts;

    /// <summary>The exact deadline that passed first.</summary>
    public DateTimeOffset? FirstAt { get; private set; }

    public string? Reason { get; private set; }

    public Guid? Run { get; private set; }

    /// <summary>The earliest deadline of a run in progress that has not passed.</summary>
    public DateTimeOffset? NextRunDeadline { get; private set; }

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    public void Add(DateTimeOffset at, string reason, Guid? run = null)
    {
        FirstAt = FirstAt < at ? FirstAt : at;
        Reason = reason;
        Run = run;
    }

    public void Await(DateTimeOffset runDeadline) => NextRunDeadline = Earlier(NextRunDeadline, runDeadline);

    /// <summary>The last gap long enough to lose a signal in which the awaited one could have come.</summary>
    public Gap? LostIn(DateTimeOffset from, DateTimeOffset until)
    {
        for (var index = gaps.Count - 1; index >= 0; index--)
        {
            if (gaps[index].IsLong && gaps[index].Overlaps(from, until))
            {
                return gaps[index];
            }
        }

        return null;
    }

    /// <summary>
    /// When the awaited signal could have been refused in a short gap, a deadline in it, or in the time that clients need to
    /// repeat it, moves to that time's end. What is awaited only since after the gap was not refused in it.
    /// </summary>
    /// <param name="from">Since when the signal could have come.</param>
    public DateTimeOffset Allow(DateTimeOffset from, DateTimeOffset deadline)
    {
        foreach (var gap in gaps)
        {
            if (!gap.IsLong && from < gap.Until && gap.From <= deadline && deadline < gap.Until + Gap.RetryAllowance)
            {
                deadline = gap.Until + Gap.RetryAllowance;
            }
        }

        return deadline;
    }
}
