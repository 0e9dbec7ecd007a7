namespace Vigilant.Contracts;

/// <summary>The answer of <c>GET /v1/channels</c>.</summary>
/// <param name="Channels">All of the project, by name.</param>
public sealed record ChannelList(IReadOnlyList<Channel> Channels);
