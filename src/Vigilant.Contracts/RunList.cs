namespace Vigilant.Contracts;

/// <summary>Some runs of the project.</summary>
/// <param name="Runs">At most as many as asked for.</param>
/// <param name="Next">The cursor of the next page; null: there is none.</param>
public sealed record RunList(IReadOnlyList<Run> Runs, string? Next);
