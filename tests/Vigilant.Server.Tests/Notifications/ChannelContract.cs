using System.Text.Json.Nodes;
using Vigilant.Domain.Notifications;
using Vigilant.Server.Notifications;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

/// <summary>What every channel promises, however its other side behaves: a value comes back in time, and no secret is told.</summary>
public abstract class ChannelContract : IAsyncLifetime
{
    protected const string Secret = "s3cr3t-that-nobody-may-hear";

    TestDatabase _database = null!;
    Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _desk = new Desk(_database, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _desk.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public Task A_refused_connection_is_tried_again() => FailsAsync(BadServer.ClosedPort());

    [Fact]
    public async Task A_reset_is_tried_again()
    {
        await using var server = BadServer.Resetting();
        await FailsAsync(server.Port);
    }

    [Fact]
    public async Task Nonsense_is_tried_again()
    {
        await using var server = BadServer.Saying($"what? {Secret}\r\n\r\n");
        await FailsAsync(server.Port);
    }

    [Fact]
    public async Task An_endless_line_is_cut_off()
    {
        await using var server = BadServer.Saying(new string('2', 200_000));
        await FailsAsync(server.Port);
    }

    [Fact]
    public async Task A_wrong_TLS_handshake_is_tried_again()
    {
        await using var server = BadServer.Saying("220 hello\r\n");
        await FailsAsync(server.Port, encrypted: true);
    }

    [Fact]
    public async Task A_hanging_server_is_left_when_told()
    {
        await using var server = BadServer.Hanging();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var sending = Channel().SendAsync(Message(server.Port, false), soon.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Secret, _desk.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_holds_no_secret() =>
        Assert.DoesNotContain(Secret, Channel().Show(Settings(80, false)).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_that_is_recorded_or_logged_holds_a_secret()
    {
        var project = await _database.ProjectAsync();
        await using var nonsense = BadServer.Saying($"500 {Secret}\r\n\r\n");
        foreach (var port in new[] { BadServer.ClosedPort(), nonsense.Port })
        {
            var channel = await _database.ChannelAsync(project, Settings(port, false).ToJsonString(), Kind);
            await _database.NotifyAsync(project, channel);
        }

        await _desk.DeliverAsync();

        var recorded = await _database.ScalarAsync<string>(
            "select string_agg(last_error, '|') from (select last_error from channel union all select last_error from notification) told");
        Assert.NotEmpty(recorded!);
        Assert.DoesNotContain(Secret, recorded, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, _desk.Logs.All, StringComparison.Ordinal);
        Assert.NotEmpty(_desk.Logs.All);
    }

    protected abstract string Kind { get; }

    /// <summary>Settings of a channel whose other side is at this port and which hold <see cref="Secret"/>.</summary>
    protected abstract JsonObject Settings(int port, bool encrypted);

    async Task FailsAsync(int port, bool encrypted = false)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var delivery = await Channel().SendAsync(Message(port, encrypted), limit.Token);
        var again = Assert.IsType<Delivery.TryAgain>(delivery);
        Assert.EndsWith(".", again.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, again.Why + _desk.Logs.All, StringComparison.Ordinal);
    }

    IChannel Channel() => _desk.Get<IEnumerable<IChannel>>().Single(channel => channel.Kind == Kind);

    Message Message(int port, bool encrypted) =>
        new(Guid.CreateVersion7(Rows.Start), NotificationEvent.Firing, Contents.Of("firing"), Settings(port, encrypted).ToJsonString(), Rows.Secret);
}
