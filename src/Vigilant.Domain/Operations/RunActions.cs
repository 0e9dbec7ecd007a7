using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Operations;

/// <summary>The actions as words, and which runs each is about.</summary>
public static class RunActions
{
    static readonly (RunAction Action, string Word, IReadOnlyList<RunState> About)[] Known =
    [
        (RunAction.RequestKill, "request_kill", RunStates.Active),
        (RunAction.Delete, "delete", RunStates.Finished),
        (RunAction.Label, "label", RunStates.All),
        (RunAction.Pin, "pin", RunStates.All),
        (RunAction.Unpin, "unpin", RunStates.All),
        (RunAction.AskRetry, "ask_retry", RunStates.Finished),
    ];

    /// <summary>The words of all actions.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Known.Select(one => one.Word)];

    /// <summary>As it is written everywhere: <c>request_kill</c>.</summary>
    public static string Word(this RunAction action) => Array.Find(Known, one => one.Action == action).Word;

    /// <summary>The action of a word; null: there is none.</summary>
    public static RunAction? Parse(string word)
    {
        var index = Array.FindIndex(Known, one => one.Word == word);
        return index < 0 ? null : Known[index].Action;
    }

    /// <summary>The states that the runs of an action are in.</summary>
    public static IReadOnlyList<RunState> About(this RunAction action) => Array.Find(Known, one => one.Action == action).About;

    /// <summary>
    /// Of the states that somebody asked for, those that the action is about: asking a job's runs to be killed means those in
    /// progress, without saying so. Empty: the two have nothing in common.
    /// </summary>
    /// <param name="asked">Empty: every state.</param>
    public static IReadOnlyList<RunState> Narrow(this RunAction action, IReadOnlyCollection<RunState> asked) =>
        asked.Count == 0 ? action.About() : [.. action.About().Intersect(asked)];
}
