using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>
/// Watches the free space of the private server's disk. Below the limit nothing new is accepted, so that PostgreSQL, which a
/// full disk ends, can go on. The ballast is a file that is given up when it ended all the same: recovery needs room.
/// </summary>
sealed class WatchStorage(
    ClusterPlaces places, IOptions<StorageOptions> storage, IOptions<DataOptions> data, ILogger<WatchStorage> log) : IPass, IStorageRoom
{
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Never = TimeSpan.FromHours(1);

    volatile bool _full;

    public string Name => "watch storage";

    public bool HasRoom => !_full;

    StorageOptions Options => storage.Value;

    public Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        if (data.Value.Database is not null)
        {
            return Task.FromResult(new PassResult(0, Never));
        }

        Look();
        return Task.FromResult(new PassResult(1, Rest));
    }

    public void Look()
    {
        var free = FreeBytes();
        RestoreBallast(free);
        Judge(free < NeededBytes(), free);
    }

    /// <summary>Called when PostgreSQL is to start: gives up the ballast when the disk is too full to recover on.</summary>
    public void MakeRoomForRecovery()
    {
        var ballast = places.Place.Ballast;
        if (FreeBytes() < Options.LimitBytes && File.Exists(ballast))
        {
            File.Delete(ballast);
            log.BallastGivenUp(ballast);
        }
    }

    void Judge(bool full, long free)
    {
        if (full && !_full)
        {
            log.StorageFull(places.Place.Home, free / 1024 / 1024, Options.FreeSpaceLimit);
        }
        else if (!full && _full)
        {
            log.StorageHasRoom(places.Place.Home, free / 1024 / 1024);
        }

        _full = full;
    }

    // What recovery was given is not for new signals: without the ballast its size has to be free as well.
    long NeededBytes() => Options.LimitBytes + (File.Exists(places.Place.Ballast) ? 0 : Options.BallastBytes);

    // With a margin: what was just given up is not taken back at once.
    void RestoreBallast(long free)
    {
        var ballast = places.Place.Ballast;
        if (Options.BallastBytes > 0 && free > Options.LimitBytes + (2 * Options.BallastBytes) && !File.Exists(ballast))
        {
            using var file = new FileStream(ballast, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                PreallocationSize = Options.BallastBytes,
            });
            file.SetLength(Options.BallastBytes);
        }
    }

    long FreeBytes() => new DriveInfo(places.Place.Home).AvailableFreeSpace;
}
