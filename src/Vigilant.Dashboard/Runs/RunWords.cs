using System.Globalization;
using Vigilant.Domain;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Runs;

/// <summary>How runs look.</summary>
static class RunWords
{
    public static string Of(RunState state) => state.Word().Replace('_', ' ');

    /// <summary>The state, and the reason behind it, which often begins with it.</summary>
    public static string Why(RunState state, string? reason) =>
        reason is null ? Of(state) : reason.StartsWith(Of(state), StringComparison.Ordinal) ? reason : $"{Of(state)}: {reason}";

    /// <summary>What is wrong with a run, in a word or two; null: nothing.</summary>
    public static string? Mark(RunMark mark) => mark == RunMark.Unchanged ? "no progress" : mark.Word()?.Replace('_', ' ');

    public static string Tone(RunState state) => state switch
    {
        RunState.Started => "yellow",
        RunState.Succeeded => "green",
        RunState.Failed or RunState.Missed or RunState.TimedOut => "red",
        _ => "grey",
    };

    public static string Number(double part) => part.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.#} %");

    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What the numbers beside a list are counted over.</summary>
    public static string Looked(RunSample sample, bool oldestFirst) => sample.IsWhole
        ? $"Counted over all {Words.Count(sample.Size, "run")} that match."
        : $"Counted over the {(oldestFirst ? "oldest" : "newest")} {Grouped(sample.Size)} that match.";
}
