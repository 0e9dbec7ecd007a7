using Vigilant.Dashboard.Live;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Pages;

/// <summary>Reads what somebody looks at, at most once a second, and never for more than a tenth of the time.</summary>
sealed class SampleWatchedPages(LiveHub hub, TimeProvider clock) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public string Name => "sample watched pages";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        var read = await hub.SampleAsync(stopping);
        var took = clock.GetElapsedTime(started);
        return new PassResult(read, took * 9 > Rest ? took * 9 : Rest);
    }
}
