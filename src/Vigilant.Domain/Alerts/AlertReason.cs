namespace Vigilant.Domain.Alerts;

/// <summary>Why a verdict did what it did to an alert, or why it did nothing.</summary>
public enum AlertReason
{
    /// <summary>Opened: the job has a problem and no open alert.</summary>
    ProblemBegan,

    /// <summary>Updated: the problem became one of another class.</summary>
    ClassChanged,

    /// <summary>Updated: more runs were missed.</summary>
    MissedMore,

    /// <summary>Updated: what was judged without hearing every node is now certain.</summary>
    Confirmed,

    /// <summary>Updated: the same problem, told anew (another failure, another severity).</summary>
    ToldAnew,

    /// <summary>Resolved: the job is well again.</summary>
    Recovered,

    /// <summary>Resolved: a late-read signal proved that there never was a problem.</summary>
    WasOnTime,

    /// <summary>Resolved: somebody paused or disabled the job.</summary>
    Paused,

    /// <summary>Resolved: nothing is expected any more, or something else is.</summary>
    ExpectationChanged,

    /// <summary>Nothing: the verdict repeats what the alert says.</summary>
    SaysTheSame,

    /// <summary>Nothing: no problem and no open alert.</summary>
    NothingOpen,

    /// <summary>Nothing: a paused or disabled job opens no alert.</summary>
    NotWatched,
}
