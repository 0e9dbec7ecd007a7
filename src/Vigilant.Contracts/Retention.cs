namespace Vigilant.Contracts;

/// <summary>How long runs of a project are kept, by the state they ended in.</summary>
/// <param name="Default">The length where nobody says another: a setting of the server.</param>
/// <param name="Project">Lengths by state.</param>
/// <param name="Services">The same by the name of the service.</param>
public sealed record Retention(
    string Default,
    IReadOnlyDictionary<string, string> Project,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Services);
