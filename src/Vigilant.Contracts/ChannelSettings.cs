using System.Text.Json.Nodes;

namespace Vigilant.Contracts;

/// <summary>The body of <c>POST /v1/channels</c> and <c>PUT /v1/channels/{id}</c>.</summary>
public sealed record ChannelSettings
{
    /// <summary>1 to 100 characters, unique in the project.</summary>
    public string? Name { get; init; }

    /// <summary><c>webhook</c> or <c>email</c>; cannot be changed later.</summary>
    public string? Kind { get; init; }

    /// <summary>
    /// Of a webhook: <c>url</c>. Of e-mail: <c>to</c>, and, for a mail server of its own, <c>host</c>, <c>port</c>, <c>user</c>,
    /// <c>password</c>, <c>from</c>, <c>security</c>.
    /// </summary>
    public JsonObject? Settings { get; init; }

    /// <summary>Whether it is told what could not be delivered over other channels. False by default.</summary>
    public bool Fallback { get; init; }

    /// <summary>False switches it off: what is then to be delivered goes to the fallback channels. True by default.</summary>
    public bool? Enabled { get; init; }
}
