namespace Vigilant.Domain.Alerts;

/// <summary>Where an alert stands in its life.</summary>
public enum AlertState
{
    /// <summary>Open, and nobody has said that they look at it.</summary>
    Firing,

    /// <summary>Open, and somebody looks at it.</summary>
    Acknowledged,

    /// <summary>Over; it never opens again.</summary>
    Resolved,
}
