namespace Vigilant.Contracts;

/// <summary>The body of <c>POST /v1/runs/{id}/pin</c>.</summary>
public sealed record PinRequest
{
    /// <summary>Who pins the run: 1 to 100 characters.</summary>
    public string? Who { get; init; }

    /// <summary>What for: at most 500 characters.</summary>
    public string? Why { get; init; }
}
