namespace Vigilant.Server.Jobs;

/// <summary>A job whose row this transaction holds.</summary>
sealed record LockedJob(Guid Id, string Slug);
