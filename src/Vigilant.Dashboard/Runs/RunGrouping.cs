namespace Vigilant.Dashboard.Runs;

/// <summary>What runs may be put together by.</summary>
public enum RunGrouping
{
    /// <summary>Their job.</summary>
    Job,

    /// <summary>Their state.</summary>
    State,

    /// <summary>What their errors have in common.</summary>
    Error,

    /// <summary>Where they ran.</summary>
    Host,

    /// <summary>The hour of their making.</summary>
    Hour,
}
