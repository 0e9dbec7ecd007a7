namespace Vigilant.Contracts;

/// <summary>A limit that the last runs of a job speak for.</summary>
/// <param name="Suggested">In seconds.</param>
/// <param name="Because">What it is made of, in a sentence.</param>
public sealed record LimitSuggestion(int Suggested, string Because);
