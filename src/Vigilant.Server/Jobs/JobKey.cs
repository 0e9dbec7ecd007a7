namespace Vigilant.Server.Jobs;

/// <summary>How people name a job: unique in the world.</summary>
sealed record JobKey(Guid ProjectId, string Environment, string Service, string Name);
