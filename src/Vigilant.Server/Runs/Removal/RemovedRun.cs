using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Removal;

/// <summary>A run whose row is gone, and the state that it was in; its id says when it was made.</summary>
readonly record struct RemovedRun(Guid Id, RunState State);
