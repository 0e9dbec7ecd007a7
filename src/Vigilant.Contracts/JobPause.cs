namespace Vigilant.Contracts;

/// <summary>Somebody stopped the expectation of a job.</summary>
/// <param name="Who">Who did it.</param>
/// <param name="Why">What for.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it ends by itself; null: when somebody resumes the job.</param>
public sealed record JobPause(string Who, string Why, DateTimeOffset Since, DateTimeOffset? Until);
