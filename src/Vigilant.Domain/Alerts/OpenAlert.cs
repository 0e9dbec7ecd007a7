namespace Vigilant.Domain.Alerts;

/// <summary>What an alert says while it is open.</summary>
/// <param name="Class">Why.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="MissedCount">How many slots or periods have been missed so far.</param>
/// <param name="Unconfirmed">Whether it was judged while a node could not be heard.</param>
/// <param name="OpenedAt">The exact deadline that passed, or the receive time of the signal.</param>
public sealed record OpenAlert(
    AlertClass Class,
    Severity Severity,
    string Reason,
    int MissedCount,
    bool Unconfirmed,
    DateTimeOffset OpenedAt);
