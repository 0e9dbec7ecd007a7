namespace Vigilant.Domain.Runs.Search;

/// <summary>One thing that is asked for.</summary>
/// <param name="Field">What it is about: terms of one field that may be given once replace each other.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Filters">What it means.</param>
public sealed record SearchTerm(string Field, string Text, int Start, IReadOnlyList<SearchFilter> Filters);
