using System.Text.Json;
using Vigilant.Contracts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Runs as lists on pages show them.</summary>
static class FoundRuns
{
    const int MostArguments = 4;
    const int LongestLine = 240;

    public static FoundRun Of(Run run, string? error)
    {
        var state = RunStates.Parse(run.State)!.Value;
        return new FoundRun(
            run.Id,
            run.Job,
            run.Environment,
            state,
            run.CallerId,
            run.CreatedAt,
            run.StartedAt,
            Length(run.WaitMs),
            Length(run.DurationMs),
            run.Attempt,
            run.Progress,
            run.KillRequestedAt is not null,
            Host(run),
            Arguments(run),
            Why(run, state, error));
    }

    public static string? Host(Run run) =>
        run.Details.TryGetValue("host", out var host) ? host.ToString() : null;

    /// <summary>What went wrong, if something did.</summary>
    public static string? Why(Run run, RunState state, string? error) => state switch
    {
        RunState.Succeeded or RunState.Started or RunState.Created or RunState.Queued => null,
        _ => Line(error ?? run.Reason),
    };

    static ValueList<Named> Arguments(Run run) => run.Details.TryGetValue("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
        ? new([.. arguments.EnumerateObject().Take(MostArguments).Select(one => new Named(one.Name, one.Value.ToString()))])
        : new([]);

    static TimeSpan? Length(long? milliseconds) => milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;

    static string? Line(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var start = text.AsSpan().Trim();
        var end = start.IndexOfAny('\n', '\r');
        var line = end < 0 ? start : start[..end];
        return line.Length <= LongestLine ? line.ToString() : $"{line[..LongestLine]}…";
    }
}
