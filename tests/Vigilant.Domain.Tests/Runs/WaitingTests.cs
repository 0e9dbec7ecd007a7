using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Runs that nobody picks up.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void A_run_that_is_queued_for_too_long_makes_the_job_red_at_its_exact_deadline()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00");
        Assert.Equal(JobLine.Time("01:05"), job.State.AlarmAt);
        Assert.Equal(Problem.None, job.Judged("01:04:59").State.Problem);
        job.Judged("01:05:02");
        Assert.Equal((Colour.Red, Problem.Waiting), (job.Colour, job.State.Problem));
        Assert.Equal("waiting: the run x has not started within 5 minutes; it waits since 2026-11-02 01:00:00 UTC", job.Reason);
        var verdict = Assert.Single(job.Verdicts);
        Assert.Equal((JobLine.Time("01:05"), Assert.Single(job.State.Active).Id), (verdict.At, verdict.Run));
        Assert.Equal((RunState.Queued, RunMark.Waiting), (job.State.Active.First().State, job.State.Active.First().Mark));
        Assert.Null(job.State.AlarmAt);
    }

    [Fact]
    public void Its_start_ends_the_problem()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Judged("01:05").Starts("01:07");
        Assert.Equal((Colour.Yellow, Problem.None), (job.Colour, job.State.Problem));
        Assert.Equal(2, job.Verdicts.Count());
        Assert.Equal(RunMark.None, Assert.Single(job.State.Active).Mark);
    }

    [Theory]
    [InlineData(SignalKind.Killed)]
    [InlineData(SignalKind.Skipped)]
    [InlineData(SignalKind.Succeeded)]
    public void Its_end_ends_the_problem(SignalKind end)
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Judged("01:05").Says("01:07", end);
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(2, job.Verdicts.Count());
        Assert.Equal(RunMark.Waiting, job.LastEnd.Run.Mark);
    }

    [Fact]
    public void Signs_of_life_do_not_start_a_run()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Beats("01:04").Judged("01:05").Beats("01:06");
        Assert.Equal(Problem.Waiting, job.State.Problem);
    }

    [Fact]
    public void Of_several_the_one_that_waits_longest_is_named_as_long_as_it_does()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00", "a").Queues("01:01", "b").Queues("01:02", "c").Judged("01:07");
        Assert.Equal("waiting: 3 runs have not started within 5 minutes; a waits longest, since 2026-11-02 01:00:00 UTC", job.Reason);
        job.Starts("01:08", "a");
        Assert.Equal("waiting: 2 runs have not started within 5 minutes; b waits longest, since 2026-11-02 01:01:00 UTC", job.Reason);
        job.Starts("01:08", "b");
        Assert.Equal("waiting: the run c has not started within 5 minutes; it waits since 2026-11-02 01:02:00 UTC", job.Reason);
        Assert.Single(job.Verdicts);
        Assert.Equal(Problem.None, job.Starts("01:09", "c").State.Problem);
    }

    [Fact]
    public void Each_is_late_at_its_own_time()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00", "a").Queues("01:03", "b").Judged("01:05");
        Assert.Equal(1, job.State.Active.LateCount);
        Assert.Equal(JobLine.Time("01:08"), job.State.AlarmAt);
        Assert.Equal(2, job.Judged("01:08").State.Active.LateCount);
    }

    [Fact]
    public void A_run_that_was_only_made_waits_too_and_its_queueing_begins_the_wait_anew()
    {
        var job = new RunLine(maxWait: 5).Says("01:00", SignalKind.Created).Judged("01:05");
        Assert.Equal(Problem.Waiting, job.State.Problem);
        Assert.Equal(Problem.None, job.Queues("01:06").State.Problem);
        Assert.Equal(Problem.None, job.Judged("01:10:59").State.Problem);
        Assert.Equal(Problem.Waiting, job.Judged("01:11").State.Problem);
    }

    [Fact]
    public void The_next_attempt_waits_from_the_end_of_the_one_before()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Starts("01:01").Says("01:30", SignalKind.Failed, final: false);
        Assert.Equal(Problem.None, job.Judged("01:34").State.Problem);
        Assert.Equal(Problem.Waiting, job.Judged("01:35").State.Problem);
    }

    [Fact]
    public void An_overrun_and_a_stall_are_told_before_a_wait()
    {
        var job = new RunLine(maxWait: 5, maxRuntime: 5).Queues("01:00", "a").Starts("01:00", "b").Judged("01:05");
        Assert.Equal((Problem.Overrun, "overrun: still running after 5 minutes"), (job.State.Problem, job.Reason));
        job.Succeeds("01:06", run: "b");
        Assert.Equal(Problem.Waiting, job.State.Problem);
        Assert.StartsWith("waiting: the run a", job.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_job_stays_failed_and_keeps_its_reason_while_its_next_run_waits()
    {
        var job = new RunLine(maxWait: 5).Starts("00:50", "a").Says("00:51", SignalKind.Failed, "a").Queues("01:00").Judged("01:05");
        Assert.Equal((Problem.Failed, "failed"), (job.State.Problem, job.Reason));
        Assert.Equal(1, job.State.Active.LateCount);
    }

    [Fact]
    public void Without_a_limit_a_run_may_wait_for_ever()
    {
        var job = new RunLine(maxRuntime: 5).Queues("01:00");
        Assert.Null(job.State.AlarmAt);
        Assert.Equal(Problem.None, job.Judged("2026-12-02 01:00").State.Problem);
    }

    [Fact]
    public void A_paused_job_waits_for_nothing() =>
        Assert.Equal(Problem.None, new RunLine(maxWait: 5).Queues("01:00").Paused("01:01").Judged("02:00").State.Problem);

    [Fact]
    public void A_short_gap_at_the_deadline_gives_the_sender_time_to_tell_of_the_start()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Gap("01:04:50", "01:05:20").Judged("01:06:19");
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(JobLine.Time("01:06:20"), job.State.AlarmAt);
        Assert.Equal(JobLine.Time("01:06:20"), Assert.Single(job.Judged("01:06:20").Verdicts).At);
    }

    [Fact]
    public void After_a_long_gap_a_run_may_wait_its_whole_time_anew()
    {
        var job = new RunLine(maxWait: 5).Queues("01:00").Gap("01:02", "01:32").Judged("01:32");
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(JobLine.Time("01:37"), job.State.AlarmAt);
        Assert.Equal(JobLine.Time("01:37"), Assert.Single(job.Judged("01:37").Verdicts).At);
    }

    [Fact]
    public void Many_that_wait_are_marked_a_part_at_a_time_and_the_rest_at_once_after()
    {
        var job = new RunLine(maxWait: 5);
        for (var run = 0; run < DeadlineRule.MostRuns + 10; run++)
        {
            job.Queues("01:00", $"run {run}");
        }

        Assert.Equal(DeadlineRule.MostRuns, job.Judged("01:05").State.Active.LateCount);
        Assert.True(job.State.AlarmAt <= JobLine.Time("01:05"));
        Assert.Equal(DeadlineRule.MostRuns + 10, job.Judged("01:05").State.Active.LateCount);
        Assert.Single(job.Verdicts);
        Assert.Null(job.State.AlarmAt);
    }
}
