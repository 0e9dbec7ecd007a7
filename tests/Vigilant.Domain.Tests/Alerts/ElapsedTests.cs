using Vigilant.Domain.Alerts;

namespace Vigilant.Domain.Tests.Alerts;

public sealed class ElapsedTests
{
    [Theory]
    [InlineData(-5, "less than a second")]
    [InlineData(0.9, "less than a second")]
    [InlineData(1, "1 second")]
    [InlineData(59.9, "59 seconds")]
    [InlineData(60, "1 minute")]
    [InlineData(61, "1 minute 1 second")]
    [InlineData(3600, "1 hour")]
    [InlineData(3659, "1 hour")]
    [InlineData(187200, "2 days 4 hours")]
    [InlineData(31536000, "365 days")]
    public void A_length_has_at_most_two_units(double seconds, string expected) =>
        Assert.Equal(expected, Elapsed.InWords(TimeSpan.FromSeconds(seconds)));
}
