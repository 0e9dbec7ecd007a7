using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("every 1s", 1, "every 1s", "Every second")]
    [InlineData("every 30s", 30, "every 30s", "Every 30 seconds")]
    [InlineData("every 90s", 90, "every 90s", "Every 90 seconds")]
    [InlineData("every 60s", 60, "every 1m", "Every minute")]
    [InlineData("every 5m", 300, "every 5m", "Every 5 minutes")]
    [InlineData("every 2h", 7200, "every 2h", "Every 2 hours")]
    [InlineData("every 1h30m", 5400, "every 90m", "Every 90 minutes")]
    [InlineData("every 1d", 86400, "every 1d", "Every day")]
    [InlineData("every 24h", 86400, "every 1d", "Every day")]
    [InlineData("every 1w", 604800, "every 1w", "Every week")]
    [InlineData("every 365d", 31536000, "every 365d", "Every 365 days")]
    [InlineData("  EVERY  1H 30M  ", 5400, "every 90m", "Every 90 minutes")]
    [InlineData("every 90 seconds", 90, "every 90s", "Every 90 seconds")]
    [InlineData("every 2 hrs", 7200, "every 2h", "Every 2 hours")]
    [InlineData("every minute", 60, "every 1m", "Every minute")]
    [InlineData("every day", 86400, "every 1d", "Every day")]
    public void A_period_is_read_and_written_in_one_unit(string text, int seconds, string canonical, string words)
    {
        var period = Assert.IsType<Period>(Write.Schedule(text));

        Assert.Equal(TimeSpan.FromSeconds(seconds), period.Length);
        Assert.Equal(canonical, period.Text);
        Assert.Equal(words, period.Describe());
        Assert.Equal(period, Write.Schedule(period.Text));
        Assert.Equal(period, Write.Schedule(period.Describe()));
    }

    [Fact]
    public void A_period_rolls_from_any_instant()
    {
        var period = Write.Schedule("every 90s");
        var at = Write.Instant("2026-03-29 01:00:05+01");

        Assert.Equal(at.AddSeconds(90), period.Next(at));
        Assert.Equal(at.AddSeconds(-90), period.Previous(at));
        Assert.Equal(TimeSpan.Zero, period.Next(at)?.Offset);
    }

    [Fact]
    public void At_the_ends_of_time_there_is_no_next_period()
    {
        var period = Write.Schedule("every 1s");

        Assert.Null(period.Next(DateTimeOffset.MaxValue));
        Assert.Null(period.Previous(DateTimeOffset.MinValue));
    }

    [Fact]
    public void A_period_that_is_too_short_cannot_be_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(TimeSpan.Zero));
}
