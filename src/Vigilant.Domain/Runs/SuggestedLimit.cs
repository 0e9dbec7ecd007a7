namespace Vigilant.Domain.Runs;

/// <summary>A limit that the last runs speak for.</summary>
/// <param name="Seconds">What it would be set to.</param>
/// <param name="Because">What it is made of, in a sentence.</param>
public sealed record SuggestedLimit(int Seconds, string Because);
