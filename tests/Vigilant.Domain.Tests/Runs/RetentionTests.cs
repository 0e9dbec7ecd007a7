using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

public sealed class RetentionTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData("1m", 1)]
    [InlineData("12h", 720)]
    [InlineData("2d", 2880)]
    [InlineData("8w", 80640)]
    [InlineData("3650d", 5256000)]
    public void A_length_is_a_number_and_a_unit(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), KeepLength.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("30s")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("3651d")]
    [InlineData("2147483647w")]
    [InlineData("Forever")]
    [InlineData(null)]
    public void Anything_else_is_none(string? text) => Assert.Null(KeepLength.Parse(text));

    [Theory]
    [InlineData(RunState.Succeeded, 2)]
    [InlineData(RunState.Failed, 180)]
    [InlineData(RunState.Killed, 30)]
    public void The_first_level_that_speaks_of_a_state_decides(RunState state, int days)
    {
        var job = new Dictionary<string, string> { ["succeeded"] = "2d" };
        var project = new Dictionary<string, string> { ["failed"] = "180d", ["succeeded"] = "9d", ["other"] = "30d" };
        Assert.Equal(days * Day, RetentionRule.Of(state, [job, null, project], 90 * Day));
        Assert.Equal(90 * Day, RetentionRule.Of(state, [null, null, null], 90 * Day));
    }

    [Fact]
    public void The_longest_of_all_levels_and_of_what_nobody_says_decides_when_weeks_go()
    {
        Assert.Equal(90 * Day, RetentionRule.Longest([], 90 * Day));
        Assert.Equal(90 * Day, RetentionRule.Longest([new Dictionary<string, string> { ["failed"] = "2d" }], 90 * Day));
        Assert.Equal(180 * Day, RetentionRule.Longest([new Dictionary<string, string> { ["failed"] = "180d", ["other"] = "1d" }], 90 * Day));
        Assert.Equal(KeepLength.Forever, RetentionRule.Longest([new Dictionary<string, string> { ["failed"] = "forever" }], 90 * Day));
    }

    [Theory]
    [InlineData("started", "2d", "names 'started', which is no state that a run ends in")]
    [InlineData("failed", "soon", "of failed is a length")]
    public void What_makes_no_sense_is_refused_with_what_does(string name, string length, string why)
    {
        var errors = new FieldErrors();
        RetentionRule.Check("retention", new Dictionary<string, string> { [name] = length }, errors);
        Assert.StartsWith(why, Assert.Single(errors.ToDictionary()["retention"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_kept_for_less_than_the_longest_goes_run_by_run_from_where_it_was_left()
    {
        var lengths = new Dictionary<RunState, TimeSpan>
        {
            [RunState.Succeeded] = 2 * Day,
            [RunState.Skipped] = 2 * Day,
            [RunState.Failed] = 180 * Day,
            [RunState.Killed] = KeepLength.Forever,
        };
        var purged = new Dictionary<RunState, DateTimeOffset> { [RunState.Succeeded] = Now - (3 * Day), [RunState.Skipped] = Now - (3 * Day) };
        var part = Assert.Single(PurgeRule.Expired(lengths, purged, 180 * Day, null, Now));
        Assert.Equal([RunState.Succeeded, RunState.Skipped], part.States);
        Assert.Equal((Now - (3 * Day), Now - (2 * Day)), (part.From, part.Until));

        var held = Now - (200 * Day);
        var parts = PurgeRule.Expired(lengths, purged, 180 * Day, held, Now);
        Assert.Equal(held, Assert.Single(parts, one => one.States.Contains(RunState.Failed)).Until);
        Assert.DoesNotContain(parts, one => one.States.Contains(RunState.Killed));
    }

    [Theory]
    [InlineData(90, 90, 24 * 60)]
    [InlineData(2, 90, 60)]
    [InlineData(60, 90, 6 * 60)]
    public void A_job_is_looked_at_often_enough_and_no_oftener(int shortest, int longest, int minutes) => Assert.Equal(
        Now.AddMinutes(minutes),
        PurgeRule.Next(new Dictionary<RunState, TimeSpan> { [RunState.Succeeded] = shortest * Day }, longest * Day, Now));

    [Theory]
    [InlineData(Tracking.Full, null, RunState.Succeeded, true)]
    [InlineData(Tracking.Failures, null, RunState.Succeeded, false)]
    [InlineData(Tracking.Failures, null, RunState.Unknown, true)]
    [InlineData(Tracking.None, null, RunState.Failed, false)]
    [InlineData(Tracking.None, Tracking.Full, RunState.Succeeded, true)]
    [InlineData(Tracking.Full, Tracking.None, RunState.Failed, false)]
    public void A_run_that_has_ended_is_kept_as_it_says_or_its_job(Tracking job, Tracking? run, RunState end, bool stays) =>
        Assert.Equal(stays, TrackingRule.Keeps(job, run, end));
}
