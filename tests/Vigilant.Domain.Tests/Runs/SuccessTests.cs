using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Successes that are none: too much of them failed, or they were too fast.</summary>
public sealed class SuccessTests
{
    [Fact]
    public void A_success_of_which_too_much_failed_is_partial()
    {
        var job = new RunLine(tolerance: "1%").Starts("01:00").Succeeds("01:10", failed: 30, processed: 1000);
        Assert.Equal((Colour.Red, Problem.Partial), (job.Colour, job.State.Problem));
        Assert.Equal("partial: 30 of 1000 items failed, at most 1 % of the items may", job.Reason);
        Assert.Equal((RunState.Succeeded, RunMark.Partial, job.Reason), (job.LastEnd.State, job.LastEnd.Run.Mark, job.LastEnd.Reason));
        Assert.Equal(JobLine.Time("01:10"), Assert.Single(job.Verdicts).At);
        Assert.Equal(JobLine.Time("01:10"), job.State.LastSuccessAt);
    }

    [Fact]
    public void The_next_whole_success_ends_it_and_another_partial_one_tells_it_anew()
    {
        var job = new RunLine(tolerance: "10").Succeeds("01:10", failed: 30, run: "a").Succeeds("02:10", failed: 40, run: "b");
        Assert.Equal("partial: 40 items failed, at most 10 items may", job.Reason);
        Assert.Equal(2, job.Verdicts.Count());
        job.Succeeds("03:10", failed: 0, run: "c");
        Assert.Equal((Colour.Green, "succeeded"), (job.Colour, job.Reason));
        Assert.Equal(3, job.Verdicts.Count());
    }

    [Fact]
    public void A_success_within_the_tolerance_is_green_and_says_what_failed()
    {
        var job = new RunLine(tolerance: "1%").Starts("01:00").Succeeds("01:10", failed: 3, processed: 1000);
        Assert.Equal((Colour.Green, "succeeded, 3 of 1000 items failed"), (job.Colour, job.Reason));
        Assert.Equal((RunMark.Partial, "3 of 1000 items failed"), (job.LastEnd.Run.Mark, job.LastEnd.Reason));
        Assert.Empty(job.Verdicts);
    }

    [Fact]
    public void What_was_told_while_it_ran_counts_at_its_end()
    {
        var job = new RunLine(tolerance: "0").Starts("01:00");
        job.Says("01:05", SignalKind.Progress, work: new WorkDone(0.5f, null, 500, 2)).Succeeds("01:10", processed: 1000);
        Assert.Equal("partial: 2 of 1000 items failed, at most 0 items may", job.Reason);
    }

    [Fact]
    public void A_part_of_nobody_knows_how_many_is_too_much() =>
        Assert.Equal(Problem.Partial, new RunLine(tolerance: "50%").Succeeds("01:10", failed: 1).State.Problem);

    [Fact]
    public void Without_a_tolerance_nothing_is_made_of_failed_items()
    {
        var job = new RunLine().Starts("01:00").Succeeds("01:10", failed: 30, processed: 30);
        Assert.Equal((Colour.Green, "succeeded", RunMark.None), (job.Colour, job.Reason, job.LastEnd.Run.Mark));
    }

    [Fact]
    public void A_failure_is_a_failure_whatever_its_items() =>
        Assert.Equal(
            Problem.Failed,
            new RunLine(tolerance: "0").Says("01:10", SignalKind.Failed, work: new WorkDone(null, null, 10, 5)).State.Problem);

    [Fact]
    public void A_success_that_was_too_fast_is_a_problem()
    {
        var job = new RunLine(minRuntime: 5).Starts("01:00").Succeeds("01:00:03");
        Assert.Equal((Colour.Red, Problem.TooFast), (job.Colour, job.State.Problem));
        Assert.Equal("too fast: succeeded after 3 seconds, and takes at least 5 minutes", job.Reason);
        Assert.Equal((RunState.Succeeded, RunMark.TooFast), (job.LastEnd.State, job.LastEnd.Run.Mark));
        Assert.Equal(Colour.Red, job.Starts("02:00", "y").Colour);
        Assert.Equal((Colour.Green, Problem.None), (job.Succeeds("02:05", run: "y").Colour, job.State.Problem));
    }

    [Fact]
    public void A_run_that_never_told_its_start_is_not_too_fast() =>
        Assert.Equal(Colour.Green, new RunLine(minRuntime: 5).Queues("01:00").Succeeds("01:00:03").Colour);

    [Fact]
    public void A_failure_is_never_too_fast() =>
        Assert.Equal(Problem.Failed, new RunLine(minRuntime: 5).Starts("01:00").Says("01:00:03", SignalKind.Failed).State.Problem);

    [Fact]
    public void Pings_that_tell_start_and_end_are_judged_too()
    {
        var job = new JobLine(null).With(expectation => expectation with { MinRuntime = TimeSpan.FromMinutes(5) });
        Assert.Equal(Problem.TooFast, job.Starts("01:00").Succeeds("01:01").State.Problem);
        Assert.Equal(Colour.Green, job.Succeeds("02:00").Colour);
    }

    [Fact]
    public void A_start_that_could_have_been_refused_may_be_older_than_it_was_heard()
    {
        Assert.Equal(Colour.Green, new RunLine(minRuntime: 5).Gap("00:54", "00:59:10").Starts("01:00").Succeeds("01:00:03").Colour);
        Assert.Equal(Colour.Red, new RunLine(minRuntime: 5).Gap("00:54", "00:58:50").Starts("01:00").Succeeds("01:00:03").Colour);
        Assert.Equal(Colour.Red, new RunLine(minRuntime: 5).Gap("00:59:20", "00:59:40").Starts("01:00").Succeeds("01:00:03").Colour);
    }

    [Fact]
    public void A_pause_forgets_it()
    {
        var job = new RunLine(tolerance: "0").Succeeds("01:00", failed: 1).Paused("01:01");
        Assert.Equal((Problem.None, Outcome.None), (job.State.Problem, job.State.LastOutcome));
    }

    [Theory]
    [InlineData("0", 0, null, true)]
    [InlineData("0", 1, 100, false)]
    [InlineData("10", 10, null, true)]
    [InlineData("10", 11, 1_000_000, false)]
    [InlineData("2.5%", 25, 1000, true)]
    [InlineData("2.5 %", 26, 1000, false)]
    [InlineData("100%", 1000, 1000, true)]
    [InlineData("100%", 1001, 1000, false)]
    [InlineData("1%", 21_000_000, 2_100_000_000, true)]
    public void A_tolerance_is_a_number_of_items_or_a_part_of_them(string text, int failed, int? processed, bool allowed)
    {
        var tolerance = Assert.NotNull(PartialTolerance.Parse(text));
        Assert.Equal(allowed, tolerance.Allows(failed, processed));
        Assert.Equal(tolerance, PartialTolerance.Parse(tolerance.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("101%")]
    [InlineData("NaN%")]
    [InlineData("1e3")]
    [InlineData("0.00001%")]
    [InlineData("99999999999")]
    [InlineData("some")]
    public void Anything_else_is_none(string text) => Assert.Null(PartialTolerance.Parse(text));
}
