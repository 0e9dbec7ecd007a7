namespace Vigilant.Domain.Runs;

/// <summary>What is remembered of an ended run under its sender's own run id.</summary>
public readonly record struct EndedRun(Guid Id, DateTimeOffset EndedAt);
