namespace Vigilant.Contracts;

/// <summary>How a job is.</summary>
/// <param name="Colour">grey, yellow, green or red.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Since">Since when.</param>
public sealed record JobHealth(string Colour, string Reason, DateTimeOffset Since);
