namespace Vigilant.Server.Alerts;

/// <summary>Something to tell: the alert as it was when it fired or was resolved.</summary>
sealed record AlertEvent(AlertRow Alert, string Name)
{
    public const string Firing = "firing";
    public const string Resolved = "resolved";
}
