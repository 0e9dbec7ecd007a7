using System.Collections.Concurrent;

namespace Vigilant.Server.Notifications;

/// <summary>What this node is sending right now. The server stops only when it is done, or when waiting is over.</summary>
sealed class InFlight : IHostedService, IDisposable
{
    readonly ConcurrentDictionary<Guid, (Guid Channel, Task Sending)> _sending = new();
    readonly CancellationTokenSource _abandon = new();
    int _finished;

    public int Count => _sending.Count;

    public Guid[] Ids => [.. _sending.Keys];

    /// <summary>How many of each channel.</summary>
    public IReadOnlyList<KeyValuePair<Guid, int>> Busy =>
        [.. _sending.Values.GroupBy(one => one.Channel).Select(group => KeyValuePair.Create(group.Key, group.Count()))];

    /// <summary>True once after something has finished: there is room again.</summary>
    public bool HasFinished() => Interlocked.Exchange(ref _finished, 0) == 1;

    public void Start(ClaimedNotification claim, Func<ClaimedNotification, CancellationToken, Task> send)
    {
        var begin = new TaskCompletionSource();
        _sending[claim.Id] = (claim.ChannelId, RunAsync(begin.Task, claim, send));
        begin.SetResult();
    }

    /// <summary>Completes when all that is in flight now has finished.</summary>
    public Task SettleAsync() => Task.WhenAll(_sending.Values.Select(one => one.Sending));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what is in flight as long as the host allows, then abandons it: its claims are released.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await SettleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _abandon.CancelAsync();
        await SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _abandon.Dispose();

    // Listed before it begins: one that ended at once must not be listed after its end.
    async Task RunAsync(Task begin, ClaimedNotification claim, Func<ClaimedNotification, CancellationToken, Task> send)
    {
        await begin;
        try
        {
            await send(claim, _abandon.Token);
        }
        finally
        {
            _sending.TryRemove(claim.Id, out _);
            Interlocked.Exchange(ref _finished, 1);
        }
    }
}
