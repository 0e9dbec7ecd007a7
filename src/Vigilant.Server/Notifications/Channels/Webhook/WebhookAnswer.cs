using System.Net;
using System.Net.Http.Headers;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications.Channels.Webhook;

/// <summary>What a receiver's status means for us.</summary>
static class WebhookAnswer
{
    public static Delivery Read(HttpStatusCode status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) =>
        Judge((int)status, Wait(retryAfter, now)) with { Status = (int)status };

    static Delivery Judge(int status, TimeSpan? wait) => status switch
    {
        >= 200 and < 300 => new Delivery.Sent(),
        >= 300 and < 400 => new Delivery.Refused($"The receiver answered {status}; redirects are not followed. Give the final address."),
        408 or 425 => new Delivery.TryAgain($"The receiver answered {status}.", wait),
        429 => new Delivery.TryAgain("The receiver answered 429: too many requests.", wait),
        410 => new Delivery.GiveUp("The receiver answered 410: it is gone for good.", DisableChannel: true),
        >= 400 and < 500 => new Delivery.Refused($"The receiver answered {status}: it does not accept this."),
        _ => new Delivery.TryAgain($"The receiver answered {status}.", wait),
    };

    static TimeSpan? Wait(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => retryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
