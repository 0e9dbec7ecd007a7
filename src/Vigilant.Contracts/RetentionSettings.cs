namespace Vigilant.Contracts;

/// <summary>
/// How long runs are kept, by the state they ended in: the body of <c>PUT /v1/retention</c>, which replaces all of it. A job's own
/// <c>retention</c> goes before its service's, that before the project's.
/// </summary>
public sealed record RetentionSettings
{
    /// <summary>Lengths by state, as in {"succeeded": "2d", "failed": "180d", "other": "forever"}; other: every state not named.</summary>
    public IReadOnlyDictionary<string, string>? Project { get; init; }

    /// <summary>The same by the name of the service.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Services { get; init; }
}
