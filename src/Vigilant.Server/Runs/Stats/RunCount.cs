using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Runs of one job, or of all, of one state and time.</summary>
/// <param name="Subject">The job; the project where all jobs are asked for together.</param>
/// <param name="At">The beginning of the hour or day; null: in progress.</param>
readonly record struct RunCount(Guid Subject, DateTimeOffset? At, RunState State, Rollup Count);
