using Microsoft.AspNetCore.Http;
using Vigilant.Domain.Runs.Search;

namespace Vigilant.Dashboard.Runs;

/// <summary>Which runs to list, and how; lives in the address, so that every view can be sent to somebody.</summary>
/// <param name="Text">A search as <see cref="RunSearch"/> reads it.</param>
/// <param name="After">The last run of the page before this one.</param>
public sealed record RunView(string Text = "", bool OldestFirst = false, RunGrouping? Grouping = null, Guid? After = null)
{
    public const string Path = "runs/list";

    public static RunView Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = query["q"].ToString().Trim();
        return new(
            text[..Math.Min(text.Length, RunSearch.LongestText)],
            query["order"] == "oldest",
            Enum.TryParse<RunGrouping>(query["by"], ignoreCase: true, out var grouping) && Enum.IsDefined(grouping) ? grouping : null,
            Guid.TryParse(query["after"], out var after) ? after : null);
    }

    /// <summary>The list of a search, without the first slash.</summary>
    public static string Address(string text) => new RunView(text).Address();

    /// <summary>The list of the runs that one term finds.</summary>
    public static string Address(string field, string value) => Address(RunSearch.Term(field, value));

    /// <summary>What finds the runs of a job.</summary>
    public static string JobTerm(string job) => RunSearch.Term("job", job);

    /// <summary>Where this view is, without the first slash.</summary>
    public string Address() => Path + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Text.Length == 0 ? null : Text,
        ["by"] = Grouping is { } grouping ? Word(grouping) : null,
        ["order"] = OldestFirst ? "oldest" : null,
        ["after"] = After?.ToString(),
    }.Where(part => part.Value is not null)).ToUriComponent();

    public static string Word(RunGrouping grouping) => grouping switch
    {
        RunGrouping.Job => "job",
        RunGrouping.State => "state",
        RunGrouping.Error => "error",
        RunGrouping.Host => "host",
        _ => "hour",
    };
}
