using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Live;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Pages;

public sealed class LiveHubTests : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly LiveHub _hub;
    readonly View _view = new();

    public LiveHubTests()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        var scopes = _services.GetRequiredService<IServiceScopeFactory>();
        _hub = new LiveHub(new PartRenderer(scopes, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance), scopes, clock);
    }

    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Nothing_is_read_while_nobody_looks()
    {
        Assert.Equal(0, await _hub.SampleAsync(Stopping));
        await using (var reader = Watch())
        {
            await reader.MoveNextAsync();
            Assert.Equal(1, await _hub.SampleAsync(Stopping));
        }

        Assert.Equal(0, await _hub.SampleAsync(Stopping));
    }

    [Fact]
    public async Task However_many_look_it_is_read_once()
    {
        await using var one = Watch();
        await using var other = Watch();
        await one.MoveNextAsync();
        await other.MoveNextAsync();
        Assert.Equal(1, await _hub.SampleAsync(Stopping));
    }

    [Fact]
    public async Task A_burst_arrives_as_its_last_state()
    {
        await using var reader = Watch();
        await reader.MoveNextAsync();
        for (var i = 1; i <= 5; i++)
        {
            _view.Alerts = i;
            await _hub.SampleAsync(Stopping);
        }

        await reader.MoveNextAsync();
        Assert.Contains(">5<", reader.Current.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(">4<", reader.Current.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_with_the_last_event_id_gets_only_what_is_newer()
    {
        string seen;
        await using (var reader = Watch())
        {
            await reader.MoveNextAsync();
            await _hub.SampleAsync(Stopping);
            await reader.MoveNextAsync();
            seen = reader.Current.EventId!;
            Assert.Equal("parts", reader.Current.EventType);
            await using var again = Watch(seen);
            await again.MoveNextAsync();
            Assert.Equal("rest", again.Current.EventType);
        }

        await using var later = Watch(seen);
        await later.MoveNextAsync();
        await _hub.SampleAsync(Stopping);
        await later.MoveNextAsync();
        Assert.Equal("parts", later.Current.EventType);
    }

    [Fact]
    public async Task An_id_of_another_process_is_worth_nothing()
    {
        await using var first = Watch();
        await first.MoveNextAsync();
        await _hub.SampleAsync(Stopping);
        await using var reader = Watch("ffff-999999");
        await reader.MoveNextAsync();
        Assert.Equal("parts", reader.Current.EventType);
    }

    IAsyncEnumerator<SseItem<string>> Watch(string? seen = null) =>
        _hub.WatchAsync(_view, seen, Stopping).GetAsyncEnumerator(Stopping);

    sealed class View : ILiveView
    {
        public int Alerts { get; set; }

        public Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping) =>
            Task.FromResult<IReadOnlyList<LivePart>>([LivePart.Of<OpenAlerts>("open-alerts", Alerts)]);
    }
}
