namespace Vigilant.Server.Jobs;

/// <summary>Who stops the expectation of a job, why, and until when; null: until somebody resumes it.</summary>
sealed record Pause(string Who, string Why, DateTimeOffset? Until);
