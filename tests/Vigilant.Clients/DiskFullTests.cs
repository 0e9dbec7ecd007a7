using System.Net;
using Vigilant.Testing;

namespace Vigilant.Clients;

public sealed class DiskFullTests : IAsyncLifetime
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    readonly Ledger _ledger = new();
    SmallDisk? _disk;
    Site? _started;
    Guid _job;

    SmallDisk Disk => _disk!;

    Site Site => _started!;

    public async ValueTask InitializeAsync()
    {
        _disk = await SmallDisk.MountAsync(_folder.Child("disk"), megabytes: 500);
        _started = new Site(Path.Combine(_disk.Path, "data"));
        await _started.StartAsync();
        _job = await _started.ExpectAsync("backup", """{"schedule":"every 1h"}""");
    }

    public async ValueTask DisposeAsync()
    {
        // On a machine that mounts nothing there is neither.
        await (_started?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_disk?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_disk_that_fills_under_load_turns_pings_away_loses_none_and_takes_them_again_when_there_is_room()
    {
        for (var round = 1; round <= 2; round++)
        {
            await using (Senders.Start(Site, [_job], _ledger))
            {
                await _ledger.ReachesAsync(_ledger.Acknowledged + 500, Limit);
                Disk.Fill();
                await Site.Server.SaysAsync("nothing new is accepted", times: round);
                await NothingIsAcceptedAsync();

                Disk.MakeRoom();
                await _ledger.ReachesAsync(_ledger.Acknowledged + 500, Limit);
            }

            Assert.Equal(0, _ledger.Cut);
            await _ledger.MatchesAsync(Site);
        }

        using var ready = await Site.Server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    async Task NothingIsAcceptedAsync()
    {
        for (var ping = 0; ping < 5; ping++)
        {
            using var answer = await Site.Server.Client.GetAsync(new Uri($"/ping/{_job}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
    }
}
