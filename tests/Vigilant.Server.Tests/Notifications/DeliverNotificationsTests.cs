using Microsoft.AspNetCore.Http;
using Vigilant.Server.Notifications;
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

    [Fact]
    public async Task After_ten_minutes_of_500_it_is_delivered_exactly_once_more_under_the_same_id()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        var id = await _database.NotifyAsync(_project, channel);
        _receiver.Answer = WebhookReceiver.With(500);

        await MoveAsync(desk, TimeSpan.FromMinutes(10));
        var failed = _receiver.Received.Count;
        Assert.InRange(failed, 12, 17);
        Assert.NotNull(await _database.ScalarAsync<object>($"select failing_since from channel where id = '{channel}'"));

        _receiver.Answer = WebhookReceiver.With(200);
        await MoveAsync(desk, TimeSpan.FromMinutes(20));

        Assert.Equal(failed + 1, _receiver.Received.Count);
        Assert.All(_receiver.Received, webhook => Assert.Equal(id.ToString(), webhook.Id));
        Assert.Equal("delivered", await _database.StateAsync(id));
        Assert.Equal(1L, await _database.ScalarAsync<long>("select count(*) from channel where failing_since is null and rest_until is null"));
    }

    [Fact]
    public async Task A_receiver_that_asks_for_patience_is_left_alone_for_that_long()
    {
        await using var desk = new Desk(_database, _clock);
        await _database.NotifyAsync(_project, await _database.WebhookAsync(_project, _receiver.Address));
        _receiver.Answer = WebhookReceiver.With(429, ("Retry-After", "120"));

        await MoveAsync(desk, TimeSpan.FromSeconds(119));
        Assert.Single(_receiver.Received);
        await MoveAsync(desk, TimeSpan.FromSeconds(2));
        Assert.Equal(2, _receiver.Received.Count);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var elsewhere = await WebhookReceiver.StartAsync();
        await using var desk = new Desk(_database, _clock);
        var id = await _database.NotifyAsync(_project, await _database.WebhookAsync(_project, _receiver.Address));
        _receiver.Answer = WebhookReceiver.With(307, ("Location", elsewhere.Address));

        await desk.DeliverAsync();

        Assert.Empty(elsewhere.Received);
        Assert.Equal("pending", await _database.StateAsync(id));
        Assert.Equal(307, await _database.ScalarAsync<int>("select last_status from notification"));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_its_channel_and_the_fallback_is_told_what_and_why()
    {
        await using var fallback = await WebhookReceiver.StartAsync();
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        await _database.WebhookAsync(_project, fallback.Address, fallback: true);
        _receiver.Answer = WebhookReceiver.With(410);
        var first = await _database.NotifyAsync(_project, channel);
        await desk.DeliverAsync();
        var second = await _database.NotifyAsync(_project, channel);
        await desk.DeliverAsync();

        Assert.Single(_receiver.Received);
        Assert.Equal("given_up", await _database.StateAsync(first));
        Assert.Equal("given_up", await _database.StateAsync(second));
        Assert.False(await _database.ScalarAsync<bool>($"select enabled from channel where id = '{channel}'"));
        Assert.Equal(2, fallback.Received.Count);
        Assert.All(fallback.Received, webhook => Assert.Contains("alert.undelivered", webhook.Body, StringComparison.Ordinal));
        Assert.All(fallback.Received, webhook => Assert.Contains("gone for good", webhook.Body, StringComparison.Ordinal));
        Assert.All(fallback.Received, webhook => Assert.Contains("no success since 06:00", webhook.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_day_without_success_the_fallback_is_told_once()
    {
        await using var fallback = await WebhookReceiver.StartAsync();
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        await _database.WebhookAsync(_project, fallback.Address, fallback: true);
        var id = await _database.NotifyAsync(_project, channel);
        _receiver.Answer = WebhookReceiver.With(503);

        await MoveAsync(desk, TimeSpan.FromHours(24), TimeSpan.FromMinutes(3));
        await MoveAsync(desk, TimeSpan.FromHours(2), TimeSpan.FromMinutes(3));

        Assert.Equal("given_up", await _database.StateAsync(id));
        Assert.Single(fallback.Received);
        Assert.InRange(_receiver.Received.Count, 150, 320);
    }

    [Fact]
    public async Task What_piles_up_behind_a_dead_channel_is_given_up_after_a_day_too()
    {
        await using var fallback = await WebhookReceiver.StartAsync();
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        await _database.WebhookAsync(_project, fallback.Address, fallback: true);
        for (var i = 0; i < 50; i++)
        {
            await _database.NotifyAsync(_project, channel);
        }

        _receiver.Answer = WebhookReceiver.With(503);
        await MoveAsync(desk, TimeSpan.FromHours(25), TimeSpan.FromMinutes(20));

        Assert.Equal(50L, await _database.ScalarAsync<long>("select count(*) from notification where state = 'given_up'"));
        Assert.Equal(50, fallback.Received.Count);
    }

    [Fact]
    public async Task Resolved_waits_for_the_firing_of_the_same_alert()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        var alert = Guid.CreateVersion7(Rows.Start);
        await _database.NotifyAsync(_project, channel, "firing", alert);
        await _database.NotifyAsync(_project, channel, "resolved", alert, Rows.Start.AddMicroseconds(1));
        _receiver.Answer = (context, number) => WebhookReceiver.With(number == 1 ? 500 : 200)(context, number);

        await MoveAsync(desk, TimeSpan.FromSeconds(10));

        string[] types = [.. _receiver.Received.Select(webhook => webhook.Body[9..webhook.Body.IndexOf("\",", StringComparison.Ordinal)])];
        Assert.Equal(["alert.firing", "alert.firing", "alert.resolved"], types);
    }

    [Fact]
    public async Task What_was_sent_but_not_recorded_is_sent_again_under_the_same_id()
    {
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        var id = await _database.NotifyAsync(_project, channel);
        await using var dies = new Desk(_database, _clock);
        await using var lives = new Desk(_database, _clock);

        // The first node claims and sends, and dies before it records: its lease runs out.
        var claim = Assert.Single(await dies.Get<NotificationStore>().ClaimAsync(Limits, _clock.GetUtcNow(), CancellationToken.None));
        await dies.Get<SendOnce>().SendAsync(claim, CancellationToken.None);
        await lives.DeliverAsync();
        Assert.Single(_receiver.Received);
        await _database.ExecuteAsync("update notification set claimed_until = now() - interval '1 second'");
        await lives.DeliverAsync();

        Assert.Equal([id.ToString(), id.ToString()], _receiver.Received.Select(webhook => webhook.Id));
        Assert.Equal("delivered", await _database.StateAsync(id));
        Assert.False(await dies.Get<NotificationStore>().RecordDeliveredAsync(claim, null, 200, _clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Two_nodes_never_send_the_same_notification_twice()
    {
        await using var one = new Desk(_database, _clock);
        await using var other = new Desk(_database, _clock);
        for (var i = 0; i < 10; i++)
        {
            var channel = await _database.WebhookAsync(_project, _receiver.Address);
            for (var n = 0; n < 20; n++)
            {
                await _database.NotifyAsync(_project, channel);
            }
        }

        await Task.WhenAll(one.DeliverAsync(), other.DeliverAsync());
        await one.DeliverAsync();

        Assert.Equal(200, _receiver.Received.Count);
        Assert.Equal(200, _receiver.Received.Select(webhook => webhook.Id).Distinct().Count());
    }

    [Fact]
    public async Task While_99_channels_hang_the_hundredth_is_told_within_a_second()
    {
        await using var hanging = await WebhookReceiver.StartAsync();
        hanging.Answer = hanging.Hang;
        await using var desk = new Desk(_database, TimeProvider.System);
        for (var i = 0; i < 99; i++)
        {
            var channel = await _database.WebhookAsync(_project, hanging.Address);
            for (var n = 0; n < 6; n++)
            {
                await _database.NotifyAsync(_project, channel);
            }
        }

        await desk.StartAsync();
        await hanging.ArrivedAsync(99 * 4);
        var began = TimeProvider.System.GetTimestamp();
        await _database.NotifyAsync(_project, await _database.WebhookAsync(_project, _receiver.Address));
        await desk.StartAsync();
        await _receiver.ArrivedAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_harms_only_itself()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        var poisoned = await _database.NotifyAsync(_project, channel);
        await _database.ExecuteAsync($"update notification set content = '[]' where id = '{poisoned}'");
        var mail = await _database.ChannelAsync(_project, """{"to": 7}""", "email");
        await _database.NotifyAsync(_project, mail);
        var sound = await _database.NotifyAsync(_project, await _database.WebhookAsync(_project, _receiver.Address));

        await desk.DeliverAsync();

        Assert.Equal("delivered", await _database.StateAsync(sound));
        Assert.Equal("pending", await _database.StateAsync(poisoned));
    }

    [Fact]
    public async Task What_waits_for_a_deleted_channel_goes_to_the_fallback()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, "http://127.0.0.1:1/");
        await _database.WebhookAsync(_project, _receiver.Address, fallback: true);
        await _database.NotifyAsync(_project, channel);
        Assert.True(await desk.Get<ChannelStore>().DeleteAsync(_project, channel, CancellationToken.None));

        await desk.DeliverAsync();

        Assert.Contains("The channel was deleted.", Assert.Single(_receiver.Received).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_finished_notifications_are_purged_and_waiting_ones_stay()
    {
        await using var desk = new Desk(_database, _clock);
        var channel = await _database.WebhookAsync(_project, _receiver.Address);
        await _database.NotifyAsync(_project, channel);
        await desk.DeliverAsync();
        var waiting = await _database.NotifyAsync(_project, channel);

        _clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(1, (await desk.Get<PurgeNotifications>().RunOnceAsync(CancellationToken.None)).Done);
        Assert.Equal("pending", await _database.StateAsync(waiting));
    }

    static ClaimLimits Limits => new(TimeSpan.FromSeconds(60), 4, 100, 50) { InFlight = [], BusyChannels = [], BusyCounts = [] };

    async Task MoveAsync(Desk desk, TimeSpan by, TimeSpan? step = null)
    {
        var until = _clock.GetUtcNow() + by;
        await desk.DeliverAsync();
        while (_clock.GetUtcNow() < until)
        {
            var left = until - _clock.GetUtcNow();
            var next = step ?? TimeSpan.FromSeconds(1);
            _clock.Advance(next < left ? next : left);
            await desk.DeliverAsync();
        }
    }
}
