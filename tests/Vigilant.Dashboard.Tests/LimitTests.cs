using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Tests;

/// <summary>What is expected of single runs, what the last ones speak for, and what is wrong with those that go on.</summary>
public sealed class LimitTests
{
    static readonly JobSettings Settings = new(
        "billing-import", "key", null, "UTC", TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.FromMinutes(10), null, "critical", "", null, true, null,
        Rendered.Now)
    {
        MaxWait = TimeSpan.FromMinutes(5),
        Progress = TimeSpan.FromMinutes(12),
        MinRuntime = TimeSpan.FromSeconds(90),
        Tolerance = PartialTolerance.Parse("2.5%"),
    };

    [Fact]
    public void Every_limit_is_a_sentence() => Assert.Equal(
        [
            "A run may take 10 min.",
            "While it runs, it comes further every 12 min.",
            "A run may wait 5 min for its start.",
            "A run that did its work takes at least 1 min 30 s.",
            "In a success at most 2.5 % of the items may have failed.",
        ],
        ExpectationWords.Further(Settings));

    [Fact]
    public async Task Beside_what_is_set_stands_what_is_suggested_and_why()
    {
        var suggested = new SuggestedLimits(87, new SuggestedLimit(420, "twice the longest <b>run</b>"), null, null, null, null);
        var html = await Rendered.OfAsync<Limits>(new Dictionary<string, object?> { ["Settings"] = Settings, ["Suggested"] = suggested });
        Assert.Contains("10 min</td>", html, StringComparison.Ordinal);
        Assert.Contains("7 min <small class=\"faint\">twice the longest &lt;b&gt;run&lt;/b&gt;</small>", html, StringComparison.Ordinal);
        Assert.Contains("the last 87 runs", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunMark.Unchanged, true, "no progress since", "40 %")]
    [InlineData(RunMark.Stalled, true, "no sign of life since", "40 %")]
    [InlineData(RunMark.Waiting, false, "waiting</span>", "at most 5 min")]
    [InlineData(RunMark.None, false, "waits for", "at most 5 min")]
    public async Task A_run_that_goes_on_says_what_is_wrong_with_it(RunMark mark, bool isStarted, string says, string also)
    {
        var run = new RunningRow(
            Guid.CreateVersion7(Rendered.Now), "x-1", isStarted, Rendered.Now.AddMinutes(-20), Rendered.Now.AddMinutes(-1), mark, 0.4,
            Rendered.Now.AddMinutes(-12));
        var html = await Rendered.OfAsync<RunningRuns>(new JobDetails(
            null!, Settings, null, new JobHistory(1, null, 0, null), null, new([run]), new([]), new([]), new([])));
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains(also, html, StringComparison.Ordinal);
    }
}
