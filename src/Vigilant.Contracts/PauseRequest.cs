namespace Vigilant.Contracts;

/// <summary>The body of <c>POST /v1/services/{service}/jobs/{job}/pause</c>.</summary>
public sealed record PauseRequest
{
    /// <summary>Who pauses the job: 1 to 100 characters.</summary>
    public string? Who { get; init; }

    /// <summary>What for: at most 500 characters.</summary>
    public string? Why { get; init; }

    /// <summary>When the pause ends by itself, at most a year ahead; null: when somebody resumes the job.</summary>
    public DateTimeOffset? Until { get; init; }
}
