using Microsoft.AspNetCore.Builder;

namespace Vigilant.Testing;

/// <summary>How a test wants its server.</summary>
public sealed record TestServerSettings
{
    /// <summary>The database to start on; null: a new one, dropped with the server.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>Usually a <see cref="ManualClock"/>; null: the system's time.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Settings by key ("Vigilant:PublicUrl"), over those of the test server.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>The last word on services, after everything is registered.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }
}
