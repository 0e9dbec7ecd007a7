namespace Vigilant.Dashboard.Live;

/// <summary>A part as it was last sent, and since which version of the view.</summary>
sealed record RenderedPart(LivePart Part, string Html, long Version);
