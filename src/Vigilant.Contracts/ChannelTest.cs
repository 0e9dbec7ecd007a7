namespace Vigilant.Contracts;

/// <summary>The answer of <c>POST /v1/channels/{id}/test</c>.</summary>
/// <param name="Delivered">Whether the other side took it.</param>
/// <param name="Status">The number it answered with (HTTP or SMTP), if it came so far.</param>
/// <param name="Detail">A sentence.</param>
public sealed record ChannelTest(bool Delivered, int? Status, string Detail);
