using System.Text.Json.Nodes;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>One kind of channel: what its settings may say, what of them may be shown, and how to send.</summary>
interface IChannel
{
    string Kind { get; }

    /// <summary>How long one try may take altogether.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Whether receivers check who sent it, so that a channel gets a secret of its own.</summary>
    bool Signs { get; }

    /// <summary>What is wrong with the settings: which, and what it must be.</summary>
    IEnumerable<(string Setting, string Why)> Check(JsonObject settings);

    /// <summary>The settings as they may be shown: without secrets.</summary>
    JsonObject Show(JsonObject settings);

    /// <summary>New settings over old ones: secrets that were not shown, and so not sent back, are kept.</summary>
    JsonObject Merge(JsonObject old, JsonObject next);

    /// <summary>Sends once. What it answers holds no secret. Throws only when <paramref name="stopping"/> is cancelled.</summary>
    Task<Delivery> SendAsync(Message message, CancellationToken stopping);
}
