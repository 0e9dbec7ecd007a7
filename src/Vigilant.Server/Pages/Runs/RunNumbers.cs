using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;

namespace Vigilant.Server.Pages.Runs;

/// <summary>What is counted of the runs of a time range.</summary>
/// <param name="CountedOver">Only the newest so many were looked at; null: all were.</param>
sealed record RunNumbers(
    ValueList<RunStateCount> States,
    ValueList<RunFlow> Flow,
    RunLengths Took,
    RunLengths Waited,
    ValueList<FailingJob> Jobs,
    int? CountedOver);
