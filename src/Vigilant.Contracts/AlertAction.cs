namespace Vigilant.Contracts;

/// <summary>Somebody acknowledges or resolves an alert.</summary>
/// <param name="Who">Their name; required, at most 200 characters.</param>
/// <param name="Note">What they want others to know; at most 2,000 characters.</param>
public sealed record AlertAction(string? Who, string? Note = null);
