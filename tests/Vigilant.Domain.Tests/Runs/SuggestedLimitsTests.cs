using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>What the last runs speak for.</summary>
public sealed class SuggestedLimitsTests
{
    [Fact]
    public void The_longest_run_speaks_for_twice_its_length_and_the_shortest_for_half_of_it()
    {
        var limits = SuggestedLimits.Of([.. Enumerable.Range(0, 87).Select(run => Took(seconds: 124 + run))]);
        Assert.Equal(87, limits.BasedOn);
        Assert.Equal(new SuggestedLimit(420, "the longest of the last 87 runs took 3 minutes 30 seconds; twice that"), limits.MaxRuntime);
        Assert.Equal(
            new SuggestedLimit(60, "the shortest of the last 87 runs took 2 minutes 4 seconds; half of that, rounded"), limits.MinRuntime);
        Assert.Null(limits.MaxWait);
        Assert.Null(limits.Heartbeat);
        Assert.Null(limits.Grace);
    }

    [Fact]
    public void Fewer_than_ten_that_say_something_of_a_limit_are_no_reason_for_one()
    {
        var nine = Enumerable.Range(0, 9).Select(_ => Took(60) with { Waited = TimeSpan.FromSeconds(3) });
        Assert.Null(SuggestedLimits.Of([.. nine]).MaxRuntime);
        var ten = SuggestedLimits.Of([.. nine, Took(60)]);
        Assert.NotNull(ten.MaxRuntime);
        Assert.Null(ten.MaxWait);
    }

    [Fact]
    public void Wait_silence_and_lateness_speak_for_wait_heartbeat_and_grace()
    {
        var limits = SuggestedLimits.Of([.. Enumerable.Range(0, 10).Select(run =>
            new PastRun(null, TimeSpan.FromSeconds(run), TimeSpan.FromMinutes(run), TimeSpan.FromHours(run)))]);
        Assert.Equal(new SuggestedLimit(20, "the longest wait of the last 10 runs was 9 seconds; twice that, rounded"), limits.MaxWait);
        Assert.Equal(new SuggestedLimit(1080, "the longest silence of the last 10 runs was 9 minutes; twice that"), limits.Heartbeat);
        Assert.Equal(new SuggestedLimit(64800, "the latest success of the last 10 runs came late by 9 hours; twice that"), limits.Grace);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.2, 5)]
    [InlineData(2.6, 10)]
    [InlineData(31, 90)]
    [InlineData(1000, 2040)]
    [InlineData(40_000, 80_100)]
    [InlineData(31_536_000, 31_536_000)]
    public void A_limit_is_a_round_number_with_room_and_one_that_may_be_set(double longest, int seconds) =>
        Assert.Equal(seconds, SuggestedLimits.Of([.. Enumerable.Repeat(Took(longest), 10)]).MaxRuntime!.Seconds);

    [Theory]
    [InlineData(1.9, null)]
    [InlineData(2, 1)]
    [InlineData(9, 4)]
    [InlineData(25, 10)]
    [InlineData(10_000, 4800)]
    public void What_takes_no_time_has_no_least_length(double shortest, int? seconds) =>
        Assert.Equal(seconds, SuggestedLimits.Of([.. Enumerable.Repeat(Took(shortest), 10)]).MinRuntime?.Seconds);

    static PastRun Took(double seconds) => new(TimeSpan.FromSeconds(seconds), null, null, null);
}
