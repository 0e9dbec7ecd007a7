using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Vigilant.Dashboard.Live;

/// <summary>Who watches what. However many watch an address, it is read once for all of them, and only while somebody does.</summary>
public sealed class LiveHub(PartRenderer renderer, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>A proxy drops a stream that says nothing for long.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    readonly Lock _gate = new();
    readonly Dictionary<ILiveView, WatchedView> _watched = [];
    readonly PartDiff _diff = new(renderer);

    // Versions start anew with the process, so a last event id of another process is worth nothing.
    readonly string _epoch = clock.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);

    // One counter for all views: a view that was left and is watched again is never older than what its reader has seen.
    long _version;

    /// <summary>Everything that changed after <paramref name="lastEventId"/>, then every change, until the reader goes.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(
        ILiveView view, string? lastEventId, [EnumeratorCancellation] CancellationToken stopping)
    {
        var watched = Join(view);
        try
        {
            var seen = SeenVersion(lastEventId);
            while (!stopping.IsCancellationRequested)
            {
                var (version, html, changed) = watched.Since(seen);
                seen = version;
                yield return Item(html, seen);
                await Task.WhenAny(changed, Task.Delay(Heartbeat, clock, stopping));
            }
        }
        finally
        {
            Leave(view, watched);
        }
    }

    /// <summary>
    /// Reads every watched view once and wakes those who watch one that changed; one caller at a time. Answers how many were read.
    /// </summary>
    public async Task<int> SampleAsync(CancellationToken stopping)
    {
        List<WatchedView> watched;
        lock (_gate)
        {
            watched = [.. _watched.Values];
        }

        foreach (var view in watched)
        {
            await SampleAsync(view, stopping);
        }

        return watched.Count;
    }

    async Task SampleAsync(WatchedView watched, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        await watched.SampleAsync(scope.ServiceProvider, _diff, Interlocked.Increment(ref _version), stopping);
    }

    WatchedView Join(ILiveView view)
    {
        lock (_gate)
        {
            if (!_watched.TryGetValue(view, out var watched))
            {
                _watched[view] = watched = new WatchedView(view);
            }

            watched.Watchers++;
            return watched;
        }
    }

    void Leave(ILiveView view, WatchedView watched)
    {
        lock (_gate)
        {
            if (--watched.Watchers == 0)
            {
                _watched.Remove(view);
            }
        }
    }

    SseItem<string> Item(IReadOnlyList<string> html, long version) =>
        new(string.Concat(html), html.Count == 0 ? "rest" : "parts")
        {
            EventId = string.Create(CultureInfo.InvariantCulture, $"{_epoch}-{version}"),
        };

    long SeenVersion(string? lastEventId) =>
        lastEventId?.Split('-') is [var epoch, var version] && epoch == _epoch
            && long.TryParse(version, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
}
