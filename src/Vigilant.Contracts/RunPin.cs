namespace Vigilant.Contracts;

/// <summary>Somebody's word that a run is to stay.</summary>
/// <param name="Who">Who gave it.</param>
/// <param name="Why">What for.</param>
/// <param name="At">When.</param>
public sealed record RunPin(string Who, string Why, DateTimeOffset At);
