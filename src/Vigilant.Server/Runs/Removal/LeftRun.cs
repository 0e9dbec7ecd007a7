namespace Vigilant.Server.Runs.Removal;

/// <summary>A run that was to be removed and was not.</summary>
readonly record struct LeftRun(Guid Id, LeftBecause Why);
