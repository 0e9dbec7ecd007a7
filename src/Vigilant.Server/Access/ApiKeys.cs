using System.Collections.Concurrent;

namespace Vigilant.Server.Access;

/// <summary>Which project an API key belongs to; remembered for seconds, so that a revoked key is soon refused.</summary>
sealed class ApiKeys(KeyStore store, TimeProvider clock)
{
    const int Most = 10_000;
    const string Scheme = "Bearer ";
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The key that a request carries; null when it carries none.</summary>
    public static string? In(HttpRequest request)
    {
        if (request.Headers.TryGetValue("X-Api-Key", out var key))
        {
            return key.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : null;
    }

    public async ValueTask<Guid?> FindProjectAsync(string key, CancellationToken stopping)
    {
        if (!Keys.HasForm(key, Keys.ApiKeyLength))
        {
            return null;
        }

        var hash = Keys.Hash(key);
        var name = Convert.ToHexString(hash);
        if (_known.TryGetValue(name, out var known) && clock.GetElapsedTime(known.ReadAt) < Remembered)
        {
            return known.Project;
        }

        var readAt = clock.GetTimestamp();
        var project = await store.FindProjectAsync(hash, stopping);
        Remember(name, project, readAt);
        return project;
    }

    // Wrong keys are not remembered: whoever guesses must not fill the memory.
    void Remember(string name, Guid? project, long readAt)
    {
        if (project is null)
        {
            _known.TryRemove(name, out _);
            return;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[name] = new Known(project.Value, readAt);
    }

    readonly record struct Known(Guid Project, long ReadAt);
}
