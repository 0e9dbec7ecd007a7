namespace Vigilant.Dashboard.Operations;

/// <summary>An operation as a form asks for it.</summary>
/// <param name="Action">As in <c>request_kill</c>.</param>
/// <param name="Filter">The query of a list of runs, as in <c>?state=queued</c>; null: <paramref name="Runs"/> are meant.</param>
/// <param name="Runs">Our ids of runs.</param>
/// <param name="All">The filter may mean every run of the project.</param>
/// <param name="Labels">Of the action label: <c>team:billing</c> each.</param>
public sealed record WantedOperation(
    string? Action, string? Filter, IReadOnlyList<string> Runs, bool All, IReadOnlyList<string> Labels, string By, string? Why);
