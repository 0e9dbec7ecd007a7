using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Notifications;

/// <summary>Claims what is due and begins to send it; the sending goes on while the pass rests.</summary>
sealed class DeliverNotifications(
    NotificationStore store, Courier courier, InFlight inFlight, IOptions<NotificationOptions> options) : IPass
{
    static readonly TimeSpan RestWhenIdle = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan RestWhenBusy = TimeSpan.FromMilliseconds(20);

    public string Name => "deliver notifications";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var roomCameFree = inFlight.HasFinished();
        var limits = Limits(options.Value);
        var claimed = limits.Free > 0 ? await store.ClaimAsync(limits, courier.Now, stopping) : [];
        foreach (var claim in claimed)
        {
            inFlight.Start(claim, courier.DeliverAsync);
        }

        return new PassResult(claimed.Count, Rest(claimed.Count, roomCameFree));
    }

    static TimeSpan Rest(int claimed, bool roomCameFree) => claimed > 0 || roomCameFree ? RestWhenBusy : RestWhenIdle;

    ClaimLimits Limits(NotificationOptions options)
    {
        var busy = inFlight.Busy;
        var ids = inFlight.Ids;
        var free = Math.Max(0, options.InFlight - ids.Length);
        return new ClaimLimits(options.Lease, options.InFlightPerChannel, free, Math.Max(0, free - (options.InFlight / 2)))
        {
            InFlight = ids,
            BusyChannels = [.. busy.Select(channel => channel.Key)],
            BusyCounts = [.. busy.Select(channel => channel.Value)],
        };
    }
}
