using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs;

/// <summary>A job's state as it was written last, with what is expected of it.</summary>
sealed record CachedJob(Guid JobId, Guid ProjectId, long Version, JobState State, Expectation Expectation, Tracking Tracking);
