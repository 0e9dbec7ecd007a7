using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Runs;

/// <summary>Runs side by side in time.</summary>
/// <param name="Runs">How many are drawn.</param>
/// <param name="DrawnFrom">Older runs of the range are not drawn; null: all are.</param>
public sealed record Timeline(ValueList<TimelineLane> Lanes, int Runs, DateTimeOffset? DrawnFrom);

/// <summary>The runs of one job.</summary>
/// <param name="Rows">How many of them lie above each other.</param>
public sealed record TimelineLane(string Job, string Environment, int Rows, ValueList<TimelineBar> Bars);

/// <summary>One run, or several of the same state that are too near each other to be told apart.</summary>
/// <param name="Run">The first of them.</param>
/// <param name="Until">Null: it goes on.</param>
/// <param name="Row">From the top.</param>
public sealed record TimelineBar(Guid Run, RunState State, DateTimeOffset From, DateTimeOffset? Until, int Row);
