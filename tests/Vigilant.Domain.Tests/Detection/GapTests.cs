using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Tests.Runs;

namespace Vigilant.Domain.Tests.Detection;

/// <summary>Times in which signals could not be accepted are never held against a job.</summary>
public sealed class GapTests
{
    // last success 00:00        gap 01:10 == 01:40
    // |------------ 1 h ---------| deadline 01:00 has passed before it
    [Fact]
    public void What_was_silent_before_the_gap_is_missed()
    {
        var job = new JobLine("every 1h").Succeeds("00:00").Gap("01:10", "01:40").Judged("01:40");
        Assert.Equal(JobLine.Time("01:00"), Assert.Single(job.Verdicts).At);
    }

    [Fact]
    public void After_a_long_gap_a_rolling_expectation_starts_anew_at_its_end()
    {
        var job = new JobLine("every 1h").Succeeds("00:00").Gap("00:50", "01:20").Judged("01:20");
        Assert.Empty(job.Verdicts);
        Assert.Equal(JobLine.Time("02:20"), job.State.DeadlineAt);
        Assert.Equal(Problem.Missed, job.Judged("02:20").State.Problem);
    }

    [Fact]
    public void A_short_gap_moves_a_deadline_in_it_by_what_clients_need_to_try_again()
    {
        var job = new JobLine("every 1h").Succeeds("00:00").Gap("00:59:50", "01:00:10").Judged("01:00:30");
        Assert.Empty(job.Verdicts);
        Assert.Equal(JobLine.Time("01:01:10"), job.State.AlarmAt);
        Assert.Equal(JobLine.Time("01:01:10"), Assert.Single(job.Judged("01:01:10").Verdicts).At);
    }

    [Fact]
    public void A_job_that_is_awaited_only_since_after_the_gap_has_its_own_deadline()
    {
        var job = new JobLine("every 10s", at: "00:01:05").Gap("00:00:40", "00:01:00").Judged("00:01:15");
        Assert.Equal(JobLine.Time("00:01:15"), Assert.Single(job.Verdicts).At);
    }

    [Fact]
    public void A_slot_after_a_short_gap_has_its_own_deadline()
    {
        var job = new JobLine("* * * * *", at: "00:00:10").Gap("00:00:20", "00:00:50").Judged("00:01:00");
        Assert.Equal(["00:01 Missed"], job.Slots);
    }

    [Fact]
    public void A_short_gap_long_before_the_deadline_changes_nothing()
    {
        var job = new JobLine("every 1h").Succeeds("00:00").Gap("00:10:00", "00:10:30").Judged("01:00");
        Assert.Equal(JobLine.Time("01:00"), Assert.Single(job.Verdicts).At);
    }

    [Fact]
    public void A_slot_whose_success_could_have_come_in_a_long_gap_is_unknown()
    {
        // The gap ends before the deadline, and the success could still have come in it.
        var job = new JobLine("0 6 * * *", graceMinutes: 60).Gap("06:05", "06:35").Judged("07:00");
        Assert.Equal(["06:00 Unknown"], job.Slots);
        Assert.Empty(job.Verdicts);
        Assert.Equal(Colour.Grey, job.Colour);
    }

    [Fact]
    public void The_slot_after_the_gap_is_missed_when_it_stays_silent()
    {
        var job = new JobLine("0 * * * *", graceMinutes: 5).Gap("00:50", "01:20").Judged("01:20").Judged("02:05");
        Assert.Equal(["01:00 Unknown", "02:00 Missed"], job.Slots);
        Assert.Equal(Problem.Missed, job.State.Problem);
    }

    [Fact]
    public void A_gap_of_a_month_does_not_make_forty_thousand_rows()
    {
        var job = new JobLine("* * * * *").Gap("2026-11-02 00:00:30", "2026-12-02 00:00:30").Judged("2026-12-02 00:00:45");
        Assert.True(job.Slots.Count() < 5, $"{job.Slots.Count()} slots");
        Assert.Empty(job.Verdicts);
    }

    [Fact]
    public void A_run_that_should_have_ended_in_a_long_gap_is_unknown()
    {
        var job = new JobLine(null, maxRuntimeMinutes: 30).Starts("00:00").Gap("00:20", "00:40").Judged("00:40");
        Assert.Empty(job.State.Active);
        Assert.Equal(Problem.None, job.State.Problem);
    }

    [Fact]
    public void A_heartbeat_is_awaited_anew_after_a_long_gap()
    {
        var job = new JobLine(null, heartbeatSeconds: 60).Starts("00:00").Gap("00:00:30", "00:10:00").Judged("00:10:00");
        Assert.Equal(Colour.Yellow, job.Colour);
        Assert.Equal(Problem.Stalled, job.Judged("00:11:00").State.Problem);
    }

    [Fact]
    public void Gaps_that_touch_are_one()
    {
        var one = JobLine.Time("01:00");
        var merged = Gaps.Merge(
            [new Gap(one.AddSeconds(40), one.AddSeconds(80)), new Gap(one, one.AddSeconds(40)), new Gap(one.AddHours(1), one.AddHours(2))]);
        Assert.Equal([new Gap(one, one.AddSeconds(80)), new Gap(one.AddHours(1), one.AddHours(2))], merged);
    }
}
