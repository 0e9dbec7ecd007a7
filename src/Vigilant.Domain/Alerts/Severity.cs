namespace Vigilant.Domain.Alerts;

/// <summary>How much an alert matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Look at it in working hours.</summary>
    Warning,

    /// <summary>Look at it now.</summary>
    Critical,

    /// <summary>Everything else waits.</summary>
    Fatal,
}
