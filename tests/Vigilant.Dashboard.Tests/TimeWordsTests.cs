using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Tests;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData(0, "now")]
    [InlineData(-59, "59 s ago")]
    [InlineData(-60, "1 min ago")]
    [InlineData(3599, "in 59 min")]
    [InlineData(47 * 3600, "in 47 h")]
    [InlineData(-48 * 3600, "2 d ago")]
    public void A_time_is_said_from_now(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Relative(Rendered.Now.AddSeconds(seconds), Rendered.Now));

    [Theory]
    [InlineData(1.44, "1.4 s")]
    [InlineData(42, "42 s")]
    [InlineData(440, "7 min 20 s")]
    [InlineData(3600, "1 h")]
    [InlineData(18180, "5 h 3 min")]
    [InlineData(100 * 3600, "4 d 4 h")]
    public void A_duration_has_two_units_at_most(double seconds, string words) =>
        Assert.Equal(words, TimeWords.Duration(TimeSpan.FromSeconds(seconds)));
}
