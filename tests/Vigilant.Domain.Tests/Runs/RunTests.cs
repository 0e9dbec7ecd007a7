using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Runs in progress: overlapping, ending, stalling, overrunning.</summary>
public sealed class RunTests
{
    [Fact]
    public void A_running_job_is_yellow_and_green_when_it_ended()
    {
        var job = new JobLine(null).Starts("00:10");
        Assert.Equal(Colour.Yellow, job.Colour);
        Assert.Equal(Colour.Green, job.Succeeds("00:20").Colour);
        Assert.Empty(job.State.Active);
    }

    [Fact]
    public void A_red_job_that_runs_again_stays_red()
    {
        var job = new JobLine(null).Fails("00:10").Starts("00:20");
        Assert.Equal(Colour.Red, job.Colour);
        Assert.Single(job.State.Active);
    }

    [Fact]
    public void Overlapping_runs_are_each_watched()
    {
        var job = new JobLine(null, maxRuntimeMinutes: 30).Starts("00:00", "a").Starts("00:10", "b").Succeeds("00:20", "b").Judged("00:30");
        Assert.Equal(Problem.Overrun, job.State.Problem);
        Assert.Equal("overrun: still running after 30 minutes", job.State.Health.Reason);
        Assert.Equal(JobLine.Time("00:30"), Assert.Single(job.Verdicts).At);
    }

    [Fact]
    public void An_overrun_is_over_when_that_run_ends_well_and_not_when_another_does()
    {
        var job = new JobLine(null, maxRuntimeMinutes: 30).Starts("00:00", "a").Starts("00:10", "b").Judged("00:30").Succeeds("00:31", "b");
        Assert.Equal(Problem.Overrun, job.State.Problem);
        Assert.Equal(Problem.None, job.Succeeds("00:32", "a").State.Problem);
    }

    [Fact]
    public void The_second_run_overruns_at_its_own_time()
    {
        var job = new JobLine(null, maxRuntimeMinutes: 30).Starts("00:00", "a").Starts("00:10", "b").Judged("00:30");
        Assert.Equal(JobLine.Time("00:40"), job.State.AlarmAt);
    }

    [Fact]
    public void A_run_without_signs_of_life_stalls_and_a_sign_of_life_ends_that()
    {
        var job = new JobLine(null, heartbeatSeconds: 60).Starts("00:00").Logs("00:00:50").Judged("00:01:00");
        Assert.Equal(Colour.Yellow, job.Colour);
        Assert.Equal(Problem.Stalled, job.Judged("00:01:50").State.Problem);
        Assert.Equal(Problem.None, job.Logs("00:02:00").State.Problem);
        Assert.Equal(JobLine.Time("00:03:00"), job.Judged("00:02:50").State.AlarmAt);
    }

    [Fact]
    public void A_start_without_run_id_takes_the_place_of_the_one_before()
    {
        var job = new JobLine(null).Starts("00:00").Starts("00:10");
        Assert.Single(job.State.Active);
        Assert.Equal(RunState.Unknown, Assert.Single(job.Facts.OfType<Fact.RunEnded>()).State);
    }

    [Fact]
    public void An_end_without_run_id_ends_the_only_run_there_is()
    {
        var job = new JobLine(null).Starts("00:00", "a").Succeeds("00:10");
        Assert.Empty(job.State.Active);
        Assert.Empty(job.Facts.OfType<Fact.RunTold>());
    }

    [Fact]
    public void A_late_start_never_opens_an_ended_run_again()
    {
        var job = new JobLine(null).Succeeds("00:10", "a").Starts("00:10:01", "a");
        Assert.Empty(job.State.Active);
        Assert.Equal(Colour.Green, job.Colour);
    }

    [Fact]
    public void A_repeated_end_is_one_run()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Succeeds("06:01", "a").Succeeds("06:01:05", "a");
        Assert.Single(job.Facts.OfType<Fact.RunTold>());
        Assert.Equal(2, job.State.SignalCount);
    }

    [Fact]
    public void A_repeat_that_says_otherwise_changes_neither_health_nor_its_reason()
    {
        var job = new JobLine(null).Succeeds("00:10", "a").Fails("00:10:05", "a", status: 1);
        Assert.Equal((Colour.Green, "succeeded"), (job.Colour, job.State.Health.Reason));
        Assert.Empty(job.Verdicts);
    }

    [Fact]
    public void A_run_id_that_is_used_every_day_is_a_new_run_every_day()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Succeeds("06:01", "same").Succeeds("2026-11-03 06:01", "same");
        Assert.Equal(["06:00 Met", "06:00 Met"], job.Slots);
    }

    [Fact]
    public void A_paused_job_is_grey_and_says_who_paused_it_and_nothing_is_missed()
    {
        var job = new JobLine("every 1h").Judged("01:00").Paused("01:30").Judged("09:00");
        Assert.Equal(Colour.Grey, job.Colour);
        Assert.Equal("paused by Ann: moving", job.State.Health.Reason);
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(2, job.Verdicts.Count());
    }

    [Fact]
    public void A_resumed_job_has_a_full_period_from_then()
    {
        var job = new JobLine("every 1h").Paused("00:30").Resumed("09:00");
        Assert.Equal(JobLine.Time("10:00"), job.State.DeadlineAt);
    }

    [Fact]
    public void A_pause_that_runs_out_ends_by_itself()
    {
        var job = new JobLine("every 1h").Paused("00:30", until: "04:00").Judged("04:00");
        Assert.Equal(JobLine.Time("05:00"), job.State.DeadlineAt);
        Assert.Equal(Problem.Missed, job.Judged("05:00").State.Problem);
    }

    [Fact]
    public void A_signal_to_a_paused_job_is_recorded_and_does_not_resume_it()
    {
        var job = new JobLine("every 1h").Paused("00:30").Fails("00:40").Judged("09:00");
        Assert.Equal(Colour.Grey, job.Colour);
        Assert.Equal(1, job.State.SignalCount);
        Assert.Empty(job.Verdicts);
    }
}
