namespace Vigilant.Server.Hosting.Health;

sealed record ReadinessReport(bool Ready, IReadOnlyList<ReadinessLine> Parts);

/// <param name="Trouble">Says what is wrong; null when the part is well.</param>
sealed record ReadinessLine(string Name, bool Ready, string? Trouble);
