using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>One try over whichever channel it is, bounded in time, whatever the channel does.</summary>
sealed class SendOnce(IEnumerable<IChannel> channels, TimeProvider time, ILogger<SendOnce> log)
{
    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <summary>How it went; null when it was abandoned because the server stops.</summary>
    public async Task<Delivery?> SendAsync(ClaimedNotification claim, CancellationToken abandon) => claim switch
    {
        { Channel: null } => new Delivery.GiveUp("The channel was deleted."),
        { Channel: { Enabled: false } channel } => new Delivery.GiveUp(channel.DisabledWhy ?? "The channel is switched off."),
        { Expired: true, Channel: var channel } => new Delivery.GiveUp(channel.LastError ?? "It could not be delivered for a day."),
        { Channel: var channel } when _channels.TryGetValue(channel.Kind, out var way) => await SendAsync(way, claim, channel, abandon),
        { Channel: var channel } => new Delivery.GiveUp($"This version of Vigilant knows no channels of the kind '{channel.Kind}'."),
    };

    async Task<Delivery?> SendAsync(IChannel way, ClaimedNotification claim, ClaimedChannel channel, CancellationToken abandon)
    {
        using var timeout = new CancellationTokenSource(way.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, abandon);
        var message = new Message(claim.Id, claim.Event, claim.Content, channel.Settings, channel.Secret);
        var sending = way.SendAsync(message, either.Token);

        // Waited for without being thrown at: a surprise in one channel is the trouble of one notification.
        await Task.WhenAny(sending.WaitAsync(either.Token));
        if (sending.IsCompletedSuccessfully)
        {
            return await sending;
        }

        if (abandon.IsCancellationRequested)
        {
            return null;
        }

        return timeout.IsCancellationRequested
            ? new Delivery.TryAgain($"There was no answer within {way.Timeout.TotalSeconds:0} seconds.")
            : Surprised(claim, channel, sending.Exception?.GetBaseException());
    }

    // Only the kind of the error is told: its message may quote settings.
    Delivery.TryAgain Surprised(ClaimedNotification claim, ClaimedChannel channel, Exception? error)
    {
        var kind = error?.GetType().Name ?? "cancelled";
        log.ChannelSurprised(claim.Id, channel.Kind, kind);
        return new Delivery.TryAgain($"Sending went wrong in a way that was not foreseen ({kind}).");
    }
}
