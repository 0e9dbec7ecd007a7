namespace Vigilant.Contracts;

/// <summary>What a schedule means.</summary>
/// <param name="Description">In words.</param>
/// <param name="Next">The next times, in UTC.</param>
/// <param name="Notes">What a change of the clocks does to some of them.</param>
public sealed record SchedulePreview(
    string Description, IReadOnlyList<DateTimeOffset> Next, IReadOnlyList<ScheduleNote> Notes);
