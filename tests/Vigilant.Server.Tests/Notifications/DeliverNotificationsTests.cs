using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

public sealed class DeliverNotificationsTests : IAsyncLifetime
{
    readonly ManualClock _clock = new(Rows.Start);
    TestDatabase _database = null!;
    WebhookReceiver _receiver = null!;
    Guid _project;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _receiver = await WebhookReceiver.StartAsync();
        _project = await _database.ProjectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_notification_reaches_its_webhook_once_and_is_recorded()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address + "/hook");
        var id = await _database.NotifyAsync(_project, channel);

        await desk.DeliverAsync();
        await desk.DeliverAsync();

        var webhook = Assert.Single(_receiver.Received);
        Assert.Equal(id.ToString(), webhook.Id);
        Assert.StartsWith("""{"type":"alert.firing","timestamp":"2026-11-20T06:10:00Z","data":{""", webhook.Body, StringComparison.Ordinal);
        Assert.Equal("delivered", await _database.StateAsync(id));
        Assert.Equal(204, await _database.ScalarAsync<int>("select last_status from notification"));
    }
}
