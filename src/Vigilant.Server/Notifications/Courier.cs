using Vigilant.Domain.Notifications;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Notifications;

/// <summary>Takes one claimed notification to its channel and has recorded how that went.</summary>
sealed class Courier(SendOnce sender, Ledger ledger, NodeClock clock)
{
    public DateTimeOffset Now => clock.Now;

    public async Task DeliverAsync(ClaimedNotification claim, CancellationToken abandon)
    {
        var delivery = await sender.SendAsync(claim, abandon);
        if (delivery is null)
        {
            await ledger.ReleaseAsync(claim);
            return;
        }

        var now = clock.Now;
        await ledger.RecordAsync(claim, Next(claim, delivery, now), delivery.Status, now, abandon);
    }

    static NextStep Next(ClaimedNotification claim, Delivery delivery, DateTimeOffset now)
    {
        var channelFailures = (claim.Channel?.Failures ?? 0) + 1;
        var tried = new Tried(claim.Event, claim.CreatedAt, claim.Attempts + 1, channelFailures, claim.Channel?.FailingSince);
        return DeliveryRule.Next(delivery, tried, now, Random.Shared.NextDouble());
    }
}
