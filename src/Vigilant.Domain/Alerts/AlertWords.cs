using System.Diagnostics;

namespace Vigilant.Domain.Alerts;

/// <summary>The words that tables, the API and pages use.</summary>
public static class AlertWords
{
    public static string Word(this AlertState state) => state switch
    {
        AlertState.Firing => "firing",
        AlertState.Acknowledged => "acknowledged",
        AlertState.Resolved => "resolved",
        _ => throw new UnreachableException($"The state {state} has no word."),
    };

    public static string Word(this AlertClass why) => why switch
    {
        AlertClass.Transient => "transient",
        AlertClass.Permanent => "permanent",
        AlertClass.Configuration => "configuration",
        AlertClass.Input => "input",
        AlertClass.Missed => "missed",
        AlertClass.Overrun => "overrun",
        AlertClass.Stalled => "stalled",
        AlertClass.Waiting => "waiting",
        AlertClass.Partial => "partial",
        AlertClass.Killed => "killed",
        _ => throw new UnreachableException($"The class {why} has no word."),
    };

    public static string Word(this Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Critical => "critical",
        Severity.Fatal => "fatal",
        _ => throw new UnreachableException($"The severity {severity} has no word."),
    };
}
