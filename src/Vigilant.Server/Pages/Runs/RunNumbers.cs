using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;

namespace Vigilant.Server.Pages.Runs;

/// <summary>What is counted of the runs of a time range.</summary>
/// <param name="Range">From the beginning of its first hour or day: so runs are counted.</param>
sealed record RunNumbers(
    TimeRange Range,
    ValueList<RunStateCount> States,
    ValueList<RunFlow> Flow,
    RunLengths Took,
    RunLengths Waited);
