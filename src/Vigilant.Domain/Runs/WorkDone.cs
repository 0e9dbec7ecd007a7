namespace Vigilant.Domain.Runs;

/// <summary>How far a signal says that its run has come.</summary>
/// <param name="Part">From 0 to 1: of the run, or of its step.</param>
/// <param name="Step">The step that <paramref name="Part"/> is about; null: the run itself.</param>
/// <param name="Processed">How many items.</param>
/// <param name="FailedItems">How many of them failed.</param>
public sealed record WorkDone(float? Part, string? Step, int? Processed, int? FailedItems);
