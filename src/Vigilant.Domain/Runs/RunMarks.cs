using System.Diagnostics;

namespace Vigilant.Domain.Runs;

/// <summary>The marks of runs as words.</summary>
public static class RunMarks
{
    /// <summary>As the API says it; null: there is nothing to say. A run that is alive without progress is stalled, too.</summary>
    public static string? Word(this RunMark mark) => mark switch
    {
        RunMark.None => null,
        RunMark.Overrun => "overrun",
        RunMark.Stalled or RunMark.Unchanged => "stalled",
        RunMark.Waiting => "waiting",
        RunMark.Partial => "partial",
        RunMark.TooFast => "too_fast",
        _ => throw new UnreachableException($"The mark {mark} has no word."),
    };
}
