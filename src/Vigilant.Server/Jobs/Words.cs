using System.Diagnostics;
using Vigilant.Domain.Alerts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Jobs;

/// <summary>The words of the wire and of the tables for what the rules know as values.</summary>
static class Words
{
    public static readonly IReadOnlyDictionary<string, Colour> Colours = new Dictionary<string, Colour>
    {
        ["grey"] = Colour.Grey,
        ["yellow"] = Colour.Yellow,
        ["green"] = Colour.Green,
        ["red"] = Colour.Red,
    };

    public static string Of(Colour colour) => colour switch
    {
        Colour.Grey => "grey",
        Colour.Yellow => "yellow",
        Colour.Green => "green",
        Colour.Red => "red",
        _ => throw new UnreachableException(),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Critical => "critical",
        Severity.Fatal => "fatal",
        _ => throw new UnreachableException(),
    };

    public static Severity ToSeverity(string word) => word switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "critical" => Severity.Critical,
        "fatal" => Severity.Fatal,
        _ => throw new UnreachableException(),
    };
}
