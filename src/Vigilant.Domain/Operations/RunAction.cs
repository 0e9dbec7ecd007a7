namespace Vigilant.Domain.Operations;

/// <summary>What can be done to many runs at once. The numbers are stored.</summary>
public enum RunAction
{
    /// <summary>Nothing: never stored.</summary>
    None = 0,

    /// <summary>Asks that the runs be killed.</summary>
    RequestKill = 1,

    /// <summary>Removes them.</summary>
    Delete = 2,

    /// <summary>Gives them labels.</summary>
    Label = 3,

    /// <summary>Keeps them from being removed.</summary>
    Pin = 4,

    /// <summary>Lets them be removed again.</summary>
    Unpin = 5,

    /// <summary>Asks that what they were for be tried anew.</summary>
    AskRetry = 6,
}
