using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Alerts;

/// <summary>Why an alert ended, what ended it, and how that is said.</summary>
static class ResolutionRule
{
    public static AlertReason WhyResolved(OpenAlert open, Verdict verdict) => verdict switch
    {
        { Colour: Colour.Grey } when Says(verdict, "paused") || Says(verdict, "disabled") => AlertReason.Paused,
        // What was wrong with a run is over with it, whatever colour the runs before it left.
        { Colour: Colour.Grey } when open.Class is AlertClass.Overrun or AlertClass.Stalled or AlertClass.Waiting => AlertReason.Recovered,
        { Colour: Colour.Grey } => AlertReason.ExpectationChanged,
        _ when open.Unconfirmed && Says(verdict, "on time") => AlertReason.WasOnTime,
        _ => AlertReason.Recovered,
    };

    public static string By(AlertReason why) => why switch
    {
        AlertReason.Paused => "pause",
        AlertReason.ExpectationChanged => "change",
        _ => "signal",
    };

    public static string Describe(AlertReason why, string reason, int missed, TimeSpan open) => why switch
    {
        AlertReason.WasOnTime => "was on time; the signal was read late",
        AlertReason.Paused or AlertReason.ExpectationChanged => $"{reason}, {Words.Length(open)} after it opened",
        _ => $"recovered{AfterMissed(missed)}, {Words.Length(open)} after it opened",
    };

    static string AfterMissed(int missed) => missed switch
    {
        0 => "",
        1 => " after 1 missed run",
        _ => $" after {missed} missed runs",
    };

    static bool Says(Verdict verdict, string words) => verdict.Reason.Contains(words, StringComparison.OrdinalIgnoreCase);
}
