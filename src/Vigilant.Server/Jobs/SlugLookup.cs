namespace Vigilant.Server.Jobs;

/// <param name="ProjectId">Null: the ping key is not known.</param>
/// <param name="JobId">Null: the project has no job of that slug.</param>
readonly record struct SlugLookup(Guid? ProjectId, Guid? JobId);
