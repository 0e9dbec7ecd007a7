namespace Vigilant.Server.Runs.Removal;

/// <summary>What became of runs that were to be removed: each is in one of the lists.</summary>
sealed record Removal(List<RemovedRun> Removed, List<LeftRun> Left);
