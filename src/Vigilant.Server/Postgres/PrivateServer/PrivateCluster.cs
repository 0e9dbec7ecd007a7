using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>The private PostgreSQL server: made once, started, adopted after a crash of ours, restarted after one of its own.</summary>
sealed class PrivateCluster(
    ClusterPlaces places, IOptions<PrivateServerOptions> options, TimeProvider clock, ILogger<PrivateCluster> log) : IDisposable
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    DataFolderLock? _lock;
    Binaries? _binaries;

    public ClusterPlace Place => places.Place;

    public bool IsRunning => Postmaster.Of(Place.Cluster) is not null;

    /// <summary>Makes the data folder when it is missing, and keeps every other server out of it.</summary>
    public void Claim()
    {
        places.Prepare();
        _lock ??= DataFolderLock.Take(Place.Data);
    }

    public async Task StartAsync(CancellationToken stopping)
    {
        _binaries ??= await Binaries.FindAsync(options.Value.Bin, Place.IsInitialized ? Place.Major : null, stopping);
        if (!Place.IsInitialized)
        {
            await new ClusterMaker(Place, _binaries).MakeAsync(stopping);
            log.ClusterMade(Place.Cluster);
        }

        await Place.User.MakeFolderAsync(Place.Socket, stopping);
        await RefuseForeignAsync(stopping);
        await RunAsync(stopping);
    }

    /// <summary>Ends it with all sessions, as a power cut would not: the next start needs no recovery.</summary>
    public async Task StopAsync()
    {
        if (_binaries is not null && IsRunning)
        {
            await PgCtlAsync(["stop", "-m", "fast", "-w", "-t", "60"], CancellationToken.None);
        }
    }

    public void Dispose()
    {
        // A start that failed half way ends here without a stop.
        StopAsync().GetAwaiter().GetResult();
        _lock?.Dispose();
    }

    async Task RunAsync(CancellationToken stopping)
    {
        var running = Postmaster.Of(Place.Cluster);
        if (running is not null && running.Socket != Place.Socket)
        {
            await StopAsync();
            running = null;
        }

        if (running is null)
        {
            ClusterSettings.Write(Place, options.Value.Settings);
            await Leftovers.ClearAsync(Place, clock, stopping);
            await LaunchAsync(stopping);
        }
        else
        {
            log.Adopted(running.Pid, Place.Cluster);
            await BecomesReadyAsync(stopping);
        }
    }

    async Task LaunchAsync(CancellationToken stopping)
    {
        var since = clock.GetTimestamp();
        RotateLog();
        var timeout = ((int)options.Value.StartTimeout.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var started = await PgCtlAsync(["start", "-w", "-t", timeout, "-l", Place.Log], stopping);
        if (!started.Worked)
        {
            throw new StartRefusedException(
                $"The private PostgreSQL server in {Place.Cluster} did not start. Its last words ({Place.Log}):\n{LastWords()}");
        }

        log.Started(Place.Cluster, clock.GetElapsedTime(since).TotalMilliseconds);
    }

    async Task BecomesReadyAsync(CancellationToken stopping)
    {
        var since = clock.GetTimestamp();
        while (Postmaster.Of(Place.Cluster) is not { IsReady: true })
        {
            if (clock.GetElapsedTime(since) > options.Value.StartTimeout || !IsRunning)
            {
                throw new StartRefusedException(
                    $"The PostgreSQL server that was found in {Place.Cluster} did not become ready. Its last words:\n{LastWords()}");
            }

            await Task.Delay(Glance, clock, stopping);
        }
    }

    // In a folder for everybody, such as /tmp, somebody else may have been there first.
    async Task RefuseForeignAsync(CancellationToken stopping)
    {
        if (await ClusterUser.OwnerOfAsync(Place.Socket, stopping) is { } owner && owner != Place.User.Name)
        {
            throw new StartRefusedException($"The folder {Place.Socket} belongs to '{owner}', not to '{Place.User.Name}'. Remove it.");
        }
    }

    void RotateLog()
    {
        if (new FileInfo(Place.Log) is { Exists: true, Length: > 4 * 1024 * 1024 } grown)
        {
            grown.MoveTo(Place.Log + ".old", overwrite: true);
        }
    }

    string LastWords() =>
        File.Exists(Place.Log) ? string.Join('\n', File.ReadLines(Place.Log).TakeLast(4)) : "It said nothing.";

    Task<ToolResult> PgCtlAsync(IEnumerable<string> arguments, CancellationToken stopping) =>
        Tool.RunAsync(Place.User, _binaries!.PgCtl, ["-D", Place.Cluster, .. arguments], stopping);
}
