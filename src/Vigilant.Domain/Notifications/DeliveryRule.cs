using System.Diagnostics;

namespace Vigilant.Domain.Notifications;

/// <summary>Decides what becomes of a notification after a try.</summary>
public static class DeliveryRule
{
    /// <summary>How long a notification is tried before it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>How long it is tried when the other side refuses it.</summary>
    public static readonly TimeSpan PatienceWhenRefused = TimeSpan.FromHours(1);

    /// <summary>What comes next.</summary>
    /// <param name="delivery">How the try ended.</param>
    /// <param name="tried">What was tried.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static NextStep Next(Delivery delivery, Tried tried, DateTimeOffset now, double jitter) => delivery switch
    {
        Delivery.Sent(var note) => new NextStep.Delivered(note),
        Delivery.GiveUp(var why, var disable) => new NextStep.GivenUp(why, disable, IsForwarded(tried.Event)),
        Delivery.TryAgain(var why, _) when tried.Event is NotificationEvent.Test => new NextStep.GivenUp(why, false, false),
        Delivery.Refused(var why) when tried.Event is NotificationEvent.Test => new NextStep.GivenUp(why, false, false),
        Delivery.TryAgain(var why, var asked) => LaterOrNever(why, asked, tried, now, jitter),
        Delivery.Refused(var why) => SlowlyOrNever(why, tried, now, jitter),
        _ => throw new UnreachableException(),
    };

    // A fallback channel is the last; the word of a test is for the one who pressed the button.
    static bool IsForwarded(NotificationEvent what) => what is NotificationEvent.Firing or NotificationEvent.Resolved;

    static NextStep LaterOrNever(string why, TimeSpan? asked, Tried tried, DateTimeOffset now, double jitter)
    {
        var end = tried.CreatedAt + Patience;
        if (now >= end)
        {
            return new NextStep.GivenUp(why, false, IsForwarded(tried.Event));
        }

        var own = RetryLadder.Wait(tried.Failures, now - tried.CreatedAt, jitter);
        var channels = RetryLadder.Wait(tried.ChannelFailures, now - (tried.ChannelFailingSince ?? now), jitter);
        return new NextStep.Again(
            Earlier(now + RetryLadder.Honour(asked, own), end), why, now + RetryLadder.Honour(asked, channels));
    }

    static NextStep SlowlyOrNever(string why, Tried tried, DateTimeOffset now, double jitter)
    {
        var end = tried.CreatedAt + PatienceWhenRefused;
        return now >= end
            ? new NextStep.GivenUp(why, false, IsForwarded(tried.Event))
            : new NextStep.Again(Earlier(now + RetryLadder.Wait(1, PatienceWhenRefused, jitter), end), why, null);
    }

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
