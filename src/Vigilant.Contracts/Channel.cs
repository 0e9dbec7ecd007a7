using System.Text.Json.Nodes;

namespace Vigilant.Contracts;

/// <summary>Where alerts are told.</summary>
public sealed record Channel
{
    /// <summary>Never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Unique in the project.</summary>
    public required string Name { get; init; }

    /// <summary><c>webhook</c> or <c>email</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Without secrets: no password, and of a webhook's address only scheme and host.</summary>
    public required JsonObject Settings { get; init; }

    /// <summary>Whether it is told what could not be delivered over other channels.</summary>
    public required bool Fallback { get; init; }

    /// <summary>False: nothing is sent to it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when deliveries over it fail; null when the last one went well.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How the last failed delivery failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Why it was switched off by itself.</summary>
    public string? DisabledWhy { get; init; }

    /// <summary>What webhooks are signed with; only in the answer that made the channel.</summary>
    public string? Secret { get; init; }
}
