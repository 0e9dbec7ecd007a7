namespace Vigilant.Contracts;

/// <summary>One page of jobs, by service, name and id.</summary>
/// <param name="Jobs">At most as many as asked for.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next page, with the same filter; null: this is the last one.</param>
public sealed record JobList(IReadOnlyList<Job> Jobs, string? Next);
