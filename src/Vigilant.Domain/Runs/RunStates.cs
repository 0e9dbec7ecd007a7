namespace Vigilant.Domain.Runs;

/// <summary>The states of runs as words, and their two groups: every state is in one of them.</summary>
public static class RunStates
{
    static readonly (RunState State, string Word)[] Words =
    [
        (RunState.Created, "created"),
        (RunState.Queued, "queued"),
        (RunState.Started, "started"),
        (RunState.Succeeded, "succeeded"),
        (RunState.Failed, "failed"),
        (RunState.TimedOut, "timed_out"),
        (RunState.Killed, "killed"),
        (RunState.Missed, "missed"),
        (RunState.Skipped, "skipped"),
        (RunState.Unknown, "unknown"),
    ];

    /// <summary>In the order of a run's life.</summary>
    public static IReadOnlyList<RunState> All { get; } = [.. Words.Select(one => one.State)];

    /// <summary>In progress.</summary>
    public static IReadOnlyList<RunState> Active { get; } = [RunState.Created, RunState.Queued, RunState.Started];

    /// <summary>Over.</summary>
    public static IReadOnlyList<RunState> Finished { get; } = [.. All.Except(Active)];

    /// <summary>As it is written everywhere: <c>timed_out</c>.</summary>
    public static string Word(this RunState state) => Array.Find(Words, one => one.State == state).Word;

    /// <summary>The state of a word; null: there is none.</summary>
    public static RunState? Parse(string word)
    {
        var index = Array.FindIndex(Words, one => one.Word == word);
        return index < 0 ? null : Words[index].State;
    }
}
