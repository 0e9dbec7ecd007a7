namespace Vigilant.Domain.Runs.Search;

/// <summary>A term that was not understood, and a sentence that says what would be.</summary>
public sealed record SearchMistake(string Term, string Why);
