using Microsoft.AspNetCore.Builder;

namespace Vigilant.Testing;

/// <summary>How a test wants its server.</summary>
public sealed record TestServerSettings
{
    /// <summary>The database to start on; null: a new one, dropped with the server.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>Usually a <see cref="ManualClock"/>; null: the system's time.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// Whether the loops run. Without a word they do at the system's time and do not on a given clock: there a test runs the
    /// passes it means, and nothing follows the database's clock behind its back.
    /// </summary>
    public bool? Loops { get; init; }

    /// <summary>Whether the first project has the test's keys; else the server makes its own.</summary>
    public bool WithKeys { get; init; } = true;

    /// <summary>Settings by key ("Vigilant:PublicUrl"), over those of the test server.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>The last word on services, after everything is registered.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }
}
