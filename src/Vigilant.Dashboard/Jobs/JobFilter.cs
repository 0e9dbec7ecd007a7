using Microsoft.AspNetCore.Http;
using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>Which jobs to show; lives in the address, so that every view can be sent to somebody.</summary>
/// <param name="Text">Part of <c>service/name</c>, in any case.</param>
/// <param name="Label">A label's name, or <c>name=value</c>.</param>
/// <param name="After">Where the page before this one ended.</param>
public sealed record JobFilter(
    string? Text = null,
    string? Service = null,
    string? Environment = null,
    string? Label = null,
    Colour? Colour = null,
    JobCursor? After = null)
{
    public bool IsEmpty => NarrowsOnlyColour && Colour is null;

    /// <summary>Whether the four tiles count every job.</summary>
    public bool NarrowsOnlyColour => this is { Text: null, Service: null, Environment: null, Label: null };

    public static JobFilter Of(IQueryCollection query) => new(
        One(query, "text"),
        One(query, "service"),
        One(query, "environment"),
        One(query, "label"),
        Enum.TryParse<Colour>(One(query, "colour"), ignoreCase: true, out var colour) && Enum.IsDefined(colour) ? colour : null,
        JobCursor.Read(One(query, "after")));

    /// <summary>The address's query of this view: empty, or from the question mark on.</summary>
    public string Query() => QueryString.Create(new Dictionary<string, string?>
    {
        ["text"] = Text,
        ["service"] = Service,
        ["environment"] = Environment,
        ["label"] = Label,
        ["colour"] = Colour is { } colour ? ColourWords.Of(colour) : null,
        ["after"] = After?.Write(),
    }.Where(part => part.Value is not null)).ToUriComponent();

    static string? One(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 200)] : null;
}
