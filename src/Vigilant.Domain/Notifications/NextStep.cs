namespace Vigilant.Domain.Notifications;

/// <summary>What becomes of a notification after a try.</summary>
public abstract record NextStep
{
    /// <summary>It is told; nothing more to do.</summary>
    /// <param name="Note">What is worth knowing all the same; null as a rule.</param>
    public sealed record Delivered(string? Note = null) : NextStep;

    /// <summary>It is tried again at <paramref name="At"/>.</summary>
    /// <param name="At">When.</param>
    /// <param name="Why">Why not now.</param>
    /// <param name="ChannelRestsUntil">Until when the whole channel is left alone; null when only this notification waits.</param>
    public sealed record Again(DateTimeOffset At, string Why, DateTimeOffset? ChannelRestsUntil) : NextStep;

    /// <summary>It will not be told over this channel.</summary>
    /// <param name="Why">Why not.</param>
    /// <param name="DisableChannel">Nothing more is sent to this channel.</param>
    /// <param name="Forward">The fallback channels are told instead.</param>
    public sealed record GivenUp(string Why, bool DisableChannel, bool Forward) : NextStep;
}
