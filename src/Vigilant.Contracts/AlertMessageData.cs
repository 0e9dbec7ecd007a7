namespace Vigilant.Contracts;

/// <summary>All that a message about an alert says.</summary>
/// <param name="Alert">The alert as it was.</param>
/// <param name="Job">The job as it was.</param>
/// <param name="Expected">What was expected, in words.</param>
/// <param name="Came">What came instead, in words.</param>
/// <param name="OutputTail">The last 2,000 characters of what the last signal carried; empty when it carried nothing.</param>
/// <param name="LastRuns">At most 10, the newest first.</param>
public sealed record AlertMessageData(
    AlertSnapshot Alert,
    JobSnapshot Job,
    string Expected,
    string Came,
    string OutputTail,
    IReadOnlyList<RunSnapshot> LastRuns);
