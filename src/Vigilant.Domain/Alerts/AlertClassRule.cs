using System.Diagnostics;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Alerts;

/// <summary>Which class a problem makes an alert.</summary>
public static class AlertClassRule
{
    /// <param name="problem">What is wrong; not <see cref="Problem.None"/>.</param>
    /// <param name="exitStatus">What the failed run ended with, when it said so.</param>
    public static AlertClass Classify(Problem problem, int? exitStatus) => (problem, exitStatus) switch
    {
        (Problem.Missed, _) => AlertClass.Missed,
        (Problem.Overrun, _) => AlertClass.Overrun,
        (Problem.Stalled, _) => AlertClass.Stalled,
        (Problem.Waiting, _) => AlertClass.Waiting,

        // Both succeeded, and not with all of their work; the reason says which it is.
        (Problem.Partial or Problem.TooFast, _) => AlertClass.Partial,

        // A shell says 126 for a command that may not be run and 127 for one that is not there.
        (Problem.Failed, 126 or 127) => AlertClass.Configuration,
        (Problem.Failed, _) => AlertClass.Transient,
        _ => throw new UnreachableException($"The problem {problem} has no class."),
    };
}
