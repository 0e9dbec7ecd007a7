namespace Vigilant.Server.Alerts;

/// <summary>How long alerts are kept; <c>Vigilant:Alerts</c>.</summary>
sealed class AlertOptions
{
    public const string Section = "Vigilant:Alerts";

    /// <summary>How many days a resolved alert is kept. 400 by default, so that a year can be compared with the one before; from 1 to 36,500.</summary>
    public int KeepResolvedDays { get; set; } = 400;
}
