using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>A period that counts from the last outcome.</summary>
public sealed class RollingTests
{
    // created      due         deadline
    // 00:00 -------- 01:00 ----- 01:10
    [Theory]
    [InlineData("00:59:59", Colour.Grey)]
    [InlineData("01:09:59", Colour.Grey)]
    [InlineData("01:10:00", Colour.Red)]
    public void A_job_that_never_ran_is_missed_once_period_and_grace_have_passed(string at, Colour colour)
    {
        var job = new JobLine("every 1h", graceMinutes: 10).Judged(at);
        Assert.Equal(colour, job.Colour);
    }

    [Fact]
    public void A_success_moves_the_deadline_and_leaves_the_alarm_where_it_is()
    {
        var job = new JobLine("every 1h", graceMinutes: 10).Succeeds("00:30");
        Assert.Equal(Colour.Green, job.Colour);
        Assert.Equal(JobLine.Time("01:30"), job.State.DueAt);
        Assert.Equal(JobLine.Time("01:40"), job.State.DeadlineAt);
        Assert.Equal(JobLine.Time("01:10"), job.State.AlarmAt);
    }

    [Fact]
    public void When_the_alarm_passes_before_the_deadline_nothing_is_said_and_the_alarm_moves_to_it()
    {
        var job = new JobLine("every 1h", graceMinutes: 10).Succeeds("00:30").Judged("01:10");
        Assert.Empty(job.Verdicts);
        Assert.Equal(JobLine.Time("01:40"), job.State.AlarmAt);
    }

    [Fact]
    public void A_verdict_bears_the_exact_deadline_however_late_it_is_made()
    {
        var job = new JobLine("every 1h", graceMinutes: 10).Succeeds("00:30").Judged("05:00");
        Assert.Equal(JobLine.Time("01:40"), Assert.Single(job.Verdicts).At);
        Assert.Equal(JobLine.Time("01:40"), job.State.Health.Since);
        Assert.Equal(
            "missed: no run ended within 1 hour 10 minutes; the last success was at 2026-11-02 00:30:00 UTC", job.State.Health.Reason);
    }

    [Fact]
    public void Silence_is_told_once_and_its_end_says_how_many_periods_passed()
    {
        var job = new JobLine("every 1h").Succeeds("00:00").Judged("01:00").Judged("02:00").Judged("03:00").Succeeds("04:30");
        Assert.Equal(2, job.Verdicts.Count());
        Assert.Equal("succeeded after 4 missed runs", job.State.Health.Reason);
        Assert.Equal(Colour.Green, job.Colour);
    }

    [Fact]
    public void A_start_does_not_end_the_silence()
    {
        var job = new JobLine("every 1h").Starts("00:50").Judged("01:00");
        Assert.Equal(Problem.Missed, job.State.Problem);
        Assert.Equal(Colour.Red, job.Colour);
    }

    [Fact]
    public void A_failure_is_red_at_once_and_silence_after_it_is_missed_too()
    {
        var job = new JobLine("every 1h").Fails("00:30", status: 3);
        Assert.Equal(Problem.Failed, job.State.Problem);
        Assert.Equal("failed with exit status 3", job.State.Health.Reason);
        Assert.Equal(Problem.Missed, job.Judged("01:30").State.Problem);
    }

    [Fact]
    public void Every_failure_is_told_and_the_success_after_them_is_too()
    {
        var job = new JobLine(null).Fails("00:10").Fails("00:20").Succeeds("00:30").Succeeds("00:40");
        Assert.Equal(3, job.Verdicts.Count());
        Assert.Equal(Problem.None, job.State.Problem);
    }

    [Fact]
    public void A_signal_that_another_node_received_in_time_clears_the_silence_as_on_time()
    {
        var job = new JobLine("every 1h").Judged("01:00", confirmed: false).Succeeds("00:59:59");
        Assert.True(job.Verdicts.First().Unconfirmed);
        Assert.Equal("succeeded on time, and was heard of late", job.State.Health.Reason);
    }

    [Fact]
    public void An_on_demand_job_is_never_missed()
    {
        var job = new JobLine(null).Succeeds("00:10").Judged("2027-11-02");
        Assert.Equal(Colour.Green, job.Colour);
        Assert.Null(job.State.AlarmAt);
    }

    [Fact]
    public void The_strip_holds_the_last_thirty_runs()
    {
        var job = new JobLine(null);
        for (var minute = 0; minute < 40; minute++)
        {
            job = minute == 20 ? job.Fails($"00:{minute:00}") : job.Succeeds($"00:{minute:00}");
        }

        Assert.Equal(30, job.State.Strip.States.Length);
        Assert.Equal((byte)RunState.Failed, job.State.Strip.States[10]);
        Assert.Equal(29, job.State.Strip.States.Count(state => state == (byte)RunState.Succeeded));
    }
}
