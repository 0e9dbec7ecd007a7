using System.Globalization;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>What was answered with 200 is on disk, whatever dies and whenever.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    const int Jobs = 20;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    readonly Ledger _ledger = new();
    Site _site = null!;
    Guid[] _jobs = [];

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_folder.Child("data"));
        await _site.StartAsync();
        _jobs = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(
            number => _site.ExpectAsync(string.Create(CultureInfo.InvariantCulture, $"job-{number}"), """{"schedule":"every 1h"}""")));
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(_site.Output);
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_acknowledged_ping_is_lost_when_the_power_is_cut_under_load()
    {
        for (var round = 0; round < 3; round++)
        {
            await using (Senders.Start(_site, _jobs, _ledger))
            {
                await AtSomeMomentAsync();
                await _site.CutPowerAsync();
            }

            await _site.StartAsync();
            await _ledger.MatchesAsync(_site);
        }
    }

    [Fact]
    public async Task No_acknowledged_ping_is_lost_when_the_database_is_killed_under_load_and_senders_are_told_to_try_again()
    {
        for (var round = 0; round < 3; round++)
        {
            await using (Senders.Start(_site, _jobs, _ledger))
            {
                await AtSomeMomentAsync();
                var turnedAway = _ledger.TurnedAway;
                await _site.KillDatabaseAsync();
                await Wait.UntilAsync(() => _ledger.TurnedAway > turnedAway, Limit, () => $"Nobody was turned away: {_ledger.Answers}.");
                await _ledger.ReachesAsync(_ledger.Acknowledged + 200, Limit);
            }

            Assert.Equal(0, _ledger.Cut);
            await _ledger.MatchesAsync(_site);
        }
    }

    [Fact]
    public async Task No_acknowledged_ping_is_lost_when_one_process_of_the_database_dies_under_load()
    {
        for (var round = 0; round < 3; round++)
        {
            await using (Senders.Start(_site, _jobs, _ledger))
            {
                await AtSomeMomentAsync();
                await _site.KillOneBackendAsync();
                await _ledger.ReachesAsync(_ledger.Acknowledged + 200, Limit);
            }

            Assert.Equal(0, _ledger.Cut);
            await _ledger.MatchesAsync(_site);
        }
    }

    // Counted in pings, so that it is under load on any machine.
    Task AtSomeMomentAsync() => _ledger.ReachesAsync(_ledger.Acknowledged + Random.Shared.Next(200, 3000), Limit);
}
