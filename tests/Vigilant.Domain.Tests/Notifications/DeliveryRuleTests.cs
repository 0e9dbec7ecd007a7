using Vigilant.Domain.Notifications;

namespace Vigilant.Domain.Tests.Notifications;

public sealed class DeliveryRuleTests
{
    static readonly DateTimeOffset Created = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 3, 4)]
    [InlineData(6, 31, 32)]
    [InlineData(7, 63, 60)]
    [InlineData(12, 599, 60)]
    [InlineData(13, 600, 300)]
    [InlineData(200, 50_000, 300)]
    public void The_ladder_is_quick_for_ten_minutes_and_slow_after(int failures, int ageSeconds, int waitSeconds) =>
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), RetryLadder.Wait(failures, TimeSpan.FromSeconds(ageSeconds), 0));

    [Fact]
    public void Jitter_stretches_a_wait_by_at_most_a_tenth() =>
        Assert.Equal(TimeSpan.FromSeconds(66), RetryLadder.Wait(7, TimeSpan.FromMinutes(5), 1));

    [Theory]
    [InlineData(null, 4)]
    [InlineData(0, 4)]
    [InlineData(2, 4)]
    [InlineData(120, 120)]
    [InlineData(3600, 3600)]
    [InlineData(90_000, 3600)]
    public void What_the_other_side_asks_is_honoured_up_to_an_hour(int? askedSeconds, int waitSeconds)
    {
        TimeSpan? asked = askedSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), RetryLadder.Honour(asked, TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void The_last_try_is_exactly_a_day_after_the_first()
    {
        var almost = Created + TimeSpan.FromHours(24) - TimeSpan.FromSeconds(10);
        var again = Assert.IsType<NextStep.Again>(Next(new Delivery.TryAgain("no"), NotificationEvent.Firing, almost));
        Assert.Equal(Created + TimeSpan.FromHours(24), again.At);
        Assert.Equal(
            new NextStep.GivenUp("no", false, true), Next(new Delivery.TryAgain("no"), NotificationEvent.Firing, again.At));
    }

    [Fact]
    public void A_refusal_is_tried_slowly_for_an_hour_and_leaves_the_channel_alone()
    {
        var again = Assert.IsType<NextStep.Again>(Next(new Delivery.Refused("no"), NotificationEvent.Firing, Created));
        Assert.Equal(Created + TimeSpan.FromMinutes(5), again.At);
        Assert.Null(again.ChannelRestsUntil);
        Assert.IsType<NextStep.GivenUp>(Next(new Delivery.Refused("no"), NotificationEvent.Firing, Created + TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData(NotificationEvent.Firing, true)]
    [InlineData(NotificationEvent.Resolved, true)]
    [InlineData(NotificationEvent.Test, false)]
    [InlineData(NotificationEvent.Undelivered, false)]
    public void What_is_given_up_is_forwarded_unless_it_was_forwarded_already(NotificationEvent what, bool forward) =>
        Assert.Equal(new NextStep.GivenUp("gone", true, forward), Next(new Delivery.GiveUp("gone", true), what, Created));

    [Fact]
    public void A_test_is_tried_once() =>
        Assert.Equal(
            new NextStep.GivenUp("no", false, false), Next(new Delivery.TryAgain("no"), NotificationEvent.Test, Created));

    static NextStep Next(Delivery delivery, NotificationEvent what, DateTimeOffset now) =>
        DeliveryRule.Next(delivery, new Tried(what, Created, 1, 1, null), now, 0);
}
