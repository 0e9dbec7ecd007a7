namespace Vigilant.Domain.Schedules;

/// <summary>A rolling expectation: one length of elapsed time after the last sign of life.</summary>
/// <param name="Length">From 1 second to 365 days.</param>
public sealed record Period(TimeSpan Length) : Schedule
{
    /// <summary>The shortest period: 1 second.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The longest period: 365 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How much elapsed time.</summary>
    public TimeSpan Length { get; init; } = Length >= Shortest && Length <= Longest
        ? Length
        : throw new ArgumentOutOfRangeException(nameof(Length), Length, "A period is from 1 second to 365 days.");

    /// <inheritdoc/>
    public override string Text => Whole is var (count, unit) ? $"every {count}{unit.Letter}" : "";

    (long Count, PeriodUnit Unit) Whole => PeriodUnit.LargestIn(Length);

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset after) =>
        DateTimeOffset.MaxValue - after < Length ? null : after.ToUniversalTime() + Length;

    /// <inheritdoc/>
    public override DateTimeOffset? Previous(DateTimeOffset before) =>
        before - DateTimeOffset.MinValue < Length ? null : before.ToUniversalTime() - Length;

    /// <inheritdoc/>
    public override string Describe() => Whole switch
    {
        (1, var unit) => $"Every {unit.Word}",
        (var count, var unit) => $"Every {count} {unit.Word}s",
    };

    private protected override string? NoteOn(DateTimeOffset at, DateTimeOffset after) => null;
}
