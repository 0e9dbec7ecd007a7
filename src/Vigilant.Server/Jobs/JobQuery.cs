using Microsoft.AspNetCore.Mvc;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Jobs;

/// <summary>The query of GET /v1/jobs.</summary>
readonly record struct JobQuery(
    [property: FromQuery(Name = "service")] string? Service,
    [property: FromQuery(Name = "environment")] string? Environment,
    [property: FromQuery(Name = "colour")] string[]? Colour,
    [property: FromQuery(Name = "label")] string[]? Label,
    [property: FromQuery(Name = "text")] string? Text,
    [property: FromQuery(Name = "limit")] int? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor)
{
    static readonly string[] Names = ["service", "environment", "colour", "label", "text", "limit", "cursor"];

    public JobFilter Read(IQueryCollection given, FieldErrors errors)
    {
        RefuseUnknown(given, errors);
        CheckTexts(errors);
        return new JobFilter
        {
            Service = Service,
            Environment = Environment,
            Text = string.IsNullOrEmpty(Text) ? null : Text,
            Colours = ReadColours(errors),
            Labels = ReadLabels(errors),
        };
    }

    // A filter that is mistyped and then not applied shows too much, and nobody notices.
    static void RefuseUnknown(IQueryCollection given, FieldErrors errors)
    {
        foreach (var name in given.Keys.Where(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            errors.Add(name, Likeness.Closest(name, Names) is { } meant
                ? $"is not a filter; did you mean {meant}?"
                : $"is not a filter; the filters are {string.Join(", ", Names)}");
        }
    }

    void CheckTexts(FieldErrors errors)
    {
        foreach (var (name, text) in new[] { ("service", Service), ("environment", Environment), ("text", Text) })
        {
            if (text is not null && !JobNames.IsPrintable(text))
            {
                errors.Add(name, "contains a character that cannot be printed; leave it out");
            }
        }
    }

    List<Colour> ReadColours(FieldErrors errors)
    {
        var colours = new List<Colour>();
        foreach (var word in Colour ?? [])
        {
            if (Words.Colours.TryGetValue(word, out var colour))
            {
                colours.Add(colour);
            }
            else
            {
                errors.Add("colour", "must be grey, yellow, green or red");
            }
        }

        return colours;
    }

    Dictionary<string, string> ReadLabels(FieldErrors errors)
    {
        var labels = new Dictionary<string, string>();
        foreach (var label in Label ?? [])
        {
            var colon = label.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !JobNames.IsPrintable(label))
            {
                errors.Add("label", "must be key:value, as in label=team:billing");
            }
            else if (!labels.TryAdd(label[..colon], label[(colon + 1)..]))
            {
                errors.Add("label", $"asks for two values of '{label[..colon]}'; a job has one");
            }
        }

        return labels;
    }
}
