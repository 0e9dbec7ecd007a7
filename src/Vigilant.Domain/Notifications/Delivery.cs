namespace Vigilant.Domain.Notifications;

/// <summary>How one try to deliver a notification ended. Channels answer with it; they throw only for what nobody foresaw.</summary>
public abstract record Delivery
{
    /// <summary>The number the other side answered with (an HTTP or SMTP status), if it came so far.</summary>
    public int? Status { get; init; }

    /// <summary>The other side took it.</summary>
    /// <param name="Note">What is worth knowing all the same; null as a rule.</param>
    public sealed record Sent(string? Note = null) : Delivery;

    /// <summary>Nobody was reached, or the other side said not now.</summary>
    /// <param name="Why">A sentence for people, free of secrets.</param>
    /// <param name="Wait">How long the other side asked us to wait, if it did.</param>
    public sealed record TryAgain(string Why, TimeSpan? Wait = null) : Delivery;

    /// <summary>The other side was reached and refused. It may be a setting that is about to be mended: tried slowly, for an hour.</summary>
    /// <param name="Why">A sentence for people, free of secrets.</param>
    public sealed record Refused(string Why) : Delivery;

    /// <summary>No later try can do better.</summary>
    /// <param name="Why">A sentence for people, free of secrets.</param>
    /// <param name="DisableChannel">The receiver is gone for good: nothing more is sent to this channel.</param>
    public sealed record GiveUp(string Why, bool DisableChannel = false) : Delivery;
}
