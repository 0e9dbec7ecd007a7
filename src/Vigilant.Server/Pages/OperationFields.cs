using Vigilant.Dashboard.Operations;

namespace Vigilant.Server.Pages;

/// <summary>What the form of an operation sends. Properties, not constructors: a field that is left out is null, not an error.</summary>
sealed class OperationFields
{
    /// <summary>As in <c>request_kill</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The query of the list of runs that is meant, as in <c>?state=queued</c>; left out: the ids are meant.</summary>
    public string? Filter { get; set; }

    /// <summary>Our ids of runs, a field each.</summary>
    public string[]? Ids { get; set; }

    /// <summary>Of the action label: <c>team:billing</c>, a field each.</summary>
    public string[]? Labels { get; set; }

    /// <summary>The filter may mean every run of the project.</summary>
    public bool All { get; set; }

    public string? By { get; set; }

    public string? Why { get; set; }

    /// <summary>The page to lead back to when it is refused, relative to where the pages begin.</summary>
    public string? Back { get; set; }

    public WantedOperation ToWanted(string somebody) => new(
        Action, Filter, Ids ?? [], All, Labels ?? [], Short(By) ?? somebody, Short(Why));

    static string? Short(string? text) => text?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 1000)] : null;
}
