using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Detection;

/// <summary>What one look at a job's deadlines found.</summary>
sealed class Passed(DateTimeOffset line, IReadOnlyList<Gap> gaps, ICollection<Fact> facts)
{
    public DateTimeOffset Line => line;

    public IReadOnlyList<Gap> Gaps => gaps;

    public ICollection<Fact> Facts => facts;

    readonly Dictionary<Problem, Deadline> _deadlines = [];

    /// <summary>The earliest deadline of a run in progress that has not passed.</summary>
    public DateTimeOffset? NextRunDeadline { get; private set; }

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    /// <summary>What passed of one kind, if anything did.</summary>
    public Deadline? Of(Problem problem) => _deadlines.GetValueOrDefault(problem);

    /// <param name="reason">Null: the state itself says it.</param>
    public void Add(Problem problem, DateTimeOffset at, string? reason, Guid? run = null) =>
        _deadlines[problem] = new Deadline(Of(problem) is { } first && first.FirstAt < at ? first.FirstAt : at, reason, run);

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

    /// <summary>Since when something is awaited, when a long gap that overlaps the wait begins it anew at its end.</summary>
    public DateTimeOffset AfterGaps(DateTimeOffset from, TimeSpan longest)
    {
        while (LostIn(from, from + longest) is { } gap)
        {
            from = gap.Until;
        }

        return from;
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

    /// <summary>The deadlines of one kind.</summary>
    /// <param name="FirstAt">The exact time of the one that passed first.</param>
    /// <param name="Reason">Of the last.</param>
    /// <param name="Run">Of the last.</param>
    public sealed record Deadline(DateTimeOffset FirstAt, string? Reason, Guid? Run);
}
