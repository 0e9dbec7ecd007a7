namespace Vigilant.Dashboard.Jobs;

/// <summary>The four tiles, and the view whose links they carry.</summary>
public sealed record TilesModel(ColourCounts Counts, JobFilter Filter);
